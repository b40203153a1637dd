using Shouldly;
using Whybot.Analysis.Inputs.Sources;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Sources;

/// <summary>Functions and types are found by how their lines look and by indentation, in any language.</summary>
public sealed class DefinitionTests
{
    [Theory]
    [InlineData("    async def total(self):", "total")]
    [InlineData("func (c *Cart) Total() int {", "Total")]
    [InlineData("export class Cart extends Basket {", "Cart")]
    [InlineData("  public static function total(array $rows): int", "total")]
    [InlineData("pub(crate) fn total(rows: &[Row]) -> u32 {", "total")]
    [InlineData("  def self.total(rows)", "total")]
    [InlineData("const total = (rows) => {", "total")]
    [InlineData("Cart.prototype.total = function (rows) {", "total")]
    [InlineData("double Cart::total(int rows) const {", "total")]
    [InlineData("    public int Total(int rows) {", "Total")]
    [InlineData("#define TOTAL(x) (x)", "TOTAL")]
    public void A_line_that_defines_something_gives_its_name(string line, string name) => Definition.NameIn(line, "").ShouldBe(name);

    [Theory]
    [InlineData("    if (total(rows)) {")]
    [InlineData("    return total(rows);")]
    [InlineData("// function total() {")]
    [InlineData("  it('adds up', () => {")]
    public void Other_lines_define_nothing(string line) => Definition.NameIn(line, "").ShouldBeNull();

    [Fact]
    public void A_definition_ends_where_nothing_is_indented_any_more()
    {
        string[] python = ["def one():", "    a()", "", "    b()", "def two():", "    c()"];
        string[] braces = ["int one(int a)", "{", "  b();", "}", "", "int two(int a) {", "  c();", "}"];

        Definition.In(python).ShouldBe([new("one", 1, 4), new("two", 5, 6)]);
        Definition.In(braces).ShouldBe([new("one", 1, 4), new("two", 6, 8)]);
    }
}
