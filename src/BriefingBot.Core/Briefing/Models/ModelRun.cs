using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>One brief being written: claims that hold so far, numbered as they come.</summary>
internal sealed class ModelRun(ClaimSieve sieve, int most, Action<SpokenClaim>? said)
{
    /// <summary>A model that goes on and on is not read for ever.</summary>
    private const int PerWanted = 3;

    private readonly SourceNumbers _numbers = new();

    public ClaimSieve Sieve => sieve;
    public List<(VerifiedClaim Claim, AnswerSentence Sentence)> Claims { get; } = [];
    public SourceNumbers Numbers => _numbers;

    /// <summary>Sentences the model wrote, whether they hold or not.</summary>
    public int Drafted { get; private set; }

    /// <summary>False when enough has been read.</summary>
    public bool Take(DraftClaim draft)
    {
        Drafted++;
        if (sieve.Pass(draft) is { } claim)
        {
            var numbers = _numbers.Of(claim);
            var sentence = new AnswerSentence($"{claim.Text} {string.Concat(numbers.Select(n => $"[{n}]"))}", SentenceKind.Summary, numbers);
            Claims.Add((claim, sentence));
            said?.Invoke(new SpokenClaim(sentence, numbers.ConvertAll(Spoken)));
        }

        return Claims.Count < most && Drafted < most * PerWanted;
    }

    private SpokenSource Spoken(int number)
    {
        var (passage, range) = _numbers.Sources[number - 1];
        return new SpokenSource(number, passage.Revision.Metadata, range.Of(passage.Revision.Text));
    }
}
