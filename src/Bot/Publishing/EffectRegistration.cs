namespace Whybot.Publishing;

/// <summary>Every kind of effect, one a line.</summary>
internal static class EffectRegistration
{
    public static IServiceCollection AddEffects(this IServiceCollection services) => services
        .AddSingleton<EffectSenders>()
        .AddSingleton<IEffectSender, IssueSender>()
        .AddSingleton<IEffectSender, SeenSender>()
        .AddSingleton<IEffectSender, ChangeSender>()
        .AddSingleton<IEffectSender, RerunSender>()
        .AddSingleton<IEffectSender, RevertSender>()
        .AddComment<NoteComment>(NoteComment.Kind, order: 2)
        .AddComment<ReplyComment>(ReplyComment.Kind, order: 2)
        .AddComment<NewsComment>(NewsComment.Kind, order: 3)
        .AddComment<RulesComment>(RulesComment.Kind, order: 3)
        .AddSingleton<IEffectSender, CheckRunSender>()
        .AddSingleton<IEffectSender, DigestSender>()
        .AddComment<ToldComment>(ToldComment.Kind, order: 4)
        .AddComment<PullComment>(PullComment.Kind, order: 4)
        .AddSingleton<IEffectSender, DispatchSender>()
        .AddSingleton<IEffectSender, CommitSender>();

    private static IServiceCollection AddComment<TDraft>(this IServiceCollection services, string kind, int order) where TDraft : CommentEffect =>
        services.AddSingleton<IEffectSender>(s => ActivatorUtilities.CreateInstance<CommentSender<TDraft>>(s, kind, order));
}
