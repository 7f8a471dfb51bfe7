using BriefingBot.Core.Briefing.Models;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Briefing;

/// <summary>A brief in quotes, made and not yet stored: what was work is done, what is waiting for a model is still to come.</summary>
public sealed class BriefStart
{
    internal BriefStart(BriefRequest request, Answer answer, IReadOnlyList<long> considered, BriefMaterial material, bool awaitsModel) =>
        (Request, Answer, Considered, Material, AwaitsModel) = (request, answer, considered, material, awaitsModel);

    /// <summary>Whether a model will be asked to write it; it is not where there is none, or where the library says nothing.</summary>
    public bool AwaitsModel { get; }

    internal BriefRequest Request { get; }

    internal Answer Answer { get; }

    internal IReadOnlyList<long> Considered { get; }

    internal BriefMaterial Material { get; }
}
