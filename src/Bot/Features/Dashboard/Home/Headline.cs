using Whybot.Analysis.Language.Text;

namespace Whybot.Features.Dashboard.Home;

/// <summary>The first line of the first page.</summary>
internal static class Headline
{
    /// <summary>It says that all is well only if every environment's last decision says so.</summary>
    public static string Of(HomeModel model)
    {
        var wrong = model.Wrong.Count(w => !w.Accepted) + model.AlsoWrong;
        if (wrong > 0)
            return $"{Numbers.Count(wrong, "thing")} {(wrong == 1 ? "is" : "are")} wrong now";
        if (model.Wrong.Count > 0)
            return "Nothing new is wrong; what is not go was accepted";
        if (model.Total == 0)
            return "No environment is known yet";
        if (model.Undecided == model.Total)
            return "There is no decision yet";
        if (model.Undecided > 0)
            return $"{model.Total - model.Undecided} of {model.Total} environments are go, the others are undecided";
        return model.Total == 1 ? "The environment's last decision is go" : $"All {model.Total} environments are go";
    }
}
