using Shouldly;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Plans;

public sealed class TestIndexTests
{
    [Fact]
    public void Headings_tables_lists_and_paragraphs_tell_files_with_category_priority_number_and_value()
    {
        const string Index = """
            # Staging tests

            466 test functions in all.

            ## Priority 1: Critical Tests ($120K+ MRR at risk)

            | Test file | Tests | Priority |
            |---|---|---|
            | `tests/e2e/test_priority1_critical.py` | 25 | P1 |
            | `tests/e2e/test_checkout_staging.py` | 8 | P2 |

            ## Core WebSocket

            1. **Priority 1** – events
               - `test_1_websocket_events.py` – event flow (5 tests)
            2. `test_2_message_flow.spec.ts`

            ### Agents (P3)

            Run tests/agents/test_agent_pipeline.py for the pipeline, $80K a month.

            See [the guide](docs/testing.md) and `conftest.py`.
            """;

        var suites = TestIndex.Read(Index);

        suites.Select(s => (s.File, s.Category, s.Priority, s.Tests, s.Value)).ShouldBe(
        [
            ("tests/e2e/test_priority1_critical.py", "critical", Priority.P1, 25, "$120K+ MRR"),
            ("tests/e2e/test_checkout_staging.py", "critical", Priority.P2, 8, "$120K+ MRR"),
            ("test_1_websocket_events.py", "events", Priority.P1, 5, null),
            ("test_2_message_flow.spec.ts", "core-websocket", null, null, null),
            ("tests/agents/test_agent_pipeline.py", "agents", Priority.P3, null, "$80K a month"),
        ]);
        suites[0].Suite.Name.ShouldBe("test_priority1_critical");
        suites[0].Line.ShouldBe(9);
    }

    [Fact]
    public void A_file_that_is_named_twice_is_one_suite_and_text_without_files_is_none()
    {
        TestIndex.Read("- `test_a.py`\n- `test_a.py` again").Count.ShouldBe(1);
        TestIndex.Read("# Nothing\n\nNo files here.").ShouldBeEmpty();
        TestIndex.Read("").ShouldBeEmpty();
    }

    [Fact]
    public void Text_that_is_made_to_be_hard_to_read_ends_in_time() =>
        TestIndex.Read(new string('>', 20_000) + " `test_a.py`\n" + string.Concat(Enumerable.Repeat("- [", 20_000)) + new string('|',
            50_000)).Count.ShouldBeLessThanOrEqualTo(1);
}
