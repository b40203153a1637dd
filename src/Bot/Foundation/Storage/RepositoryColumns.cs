namespace Whybot.Foundation.Storage;

internal static class RepositoryColumns
{
    /// <summary>The repository columns of rows that are shown or acted on, for any table with a column <c>repository</c>.</summary>
    public const string Sql = """
        repository, (select p.name from repositories p where p.id = repository) as repository_name,
        (select p.installation from repositories p where p.id = repository) as installation
        """;
}
