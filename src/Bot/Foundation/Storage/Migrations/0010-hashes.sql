-- SHA-256 of the text that was applied, hexadecimal; null for what was applied before this column was there. A store that has this migration has been repaired:
-- what its migrations say is what it holds.
alter table schema_migrations add column sha256 text;
