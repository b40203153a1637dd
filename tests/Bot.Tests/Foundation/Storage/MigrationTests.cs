using Shouldly;
using Whybot.Foundation.Storage;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>Stores that have a migration never get what is changed in it later.</summary>
public sealed class MigrationTests
{
    private const string Frozen = "a released migration is never edited; add a new one";

    /// <summary>A new migration gets its line here with its release.</summary>
    private static readonly Dictionary<string, string> Released = new(StringComparer.Ordinal)
    {
        ["0001-deliveries"] = "8713ff354479af8fe4c22a380415f0c555a22aa27bd4aa85621c6f0d487a9979",
        ["0002-jobs"] = "ad7525978b1d54cf155d8c01300281a9b48487127fcc1e3ecad09f4a84b8f7d6",
        ["0003-runs"] = "3ef253887ca436c0d8efbecebd2a62406042f423240486d3d13376e0b9b7a9df",
        ["0004-effects"] = "6edb8fe1a1574d60d9fa390b11f05cc02acac3dc279b13e3dabf24573093a1c3",
        ["0005-ledger"] = "f269c1eee8eb8b1eeeb9534c5b373afa0850f47dbf16290dc798a5ac3595568f",
        ["0006-deployment-runs"] = "a946b8892337052eb7649afbbf31f96379d360a2e30f1452283e09def96ae57f",
        ["0007-people"] = "ce41550b02255e3c65be1f9c37bff920bef523d3282909e2236564eefa3d06ad",
        ["0008-pages"] = "55ff5a19287736ee6a1b26d64a06bd1b637e19bfed151317a37e36a91d03cdae",
        ["0009-origins"] = "ecf14e5e950d84dfe11301e7ef99e82db13d8db4eaf85a1b899280de5bf5c2e3",
        ["0010-hashes"] = "40e3c09c5b850fc9d3136204d348b85ca286aac26dd00ec26d4eb7a104fe0dff",
        ["0011-forgotten"] = "aec23fa1d0c7eaaa31c9181e296bcd46c4bc04bb586ca5801de3758a81e8f40c",
        ["0012-shares"] = "1b4e153b2ff5e0f652d921af0ec794955e1bb35babd5e4934467dbe7b0115a16",
        ["0013-repositories"] = "49dcd8f07a9ae676374cb2ed81a185ddc67d1d756d074e61b1a2c07b271a16c6",
        ["0014-kept-figures"] = "6cfd7e1c1c5ee0b5833f65929961cbb8bc8bf16d2650820453a7cbbcd6028e6a",
    };

    public static TheoryData<string> Names => [.. Released.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_released_migration_is_as_it_was(string name) => Migration.All.Single(m => m.Name == name).Hash.ShouldBe(Released[name], Frozen);

    [Fact]
    public void Every_migration_is_held_here() => Migration.All.Select(m => m.Name).ShouldBe(Released.Keys, $"{Frozen} (its hash is {Migration.All[^1].Hash})");

    [Fact]
    public void Numbers_are_given_once_and_leave_none_out() =>
        Migration.All.Select(m => m.Number).ShouldBe(Enumerable.Range(1, Migration.All.Count).Select(n => (long)n));
}
