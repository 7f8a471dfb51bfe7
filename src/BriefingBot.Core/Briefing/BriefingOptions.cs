namespace BriefingBot.Core.Briefing;

/// <summary>Constants of the extractive writer and of refusing, bound from <c>Briefing:*</c>. One set for every library; measured, not learnt.</summary>
public sealed record BriefingOptions
{
    /// <summary>Passages read per question.</summary>
    public int Passages { get; init; } = 20;

    /// <summary>Sentences that vote on what the answer is (redundancy as evidence: Clarke, Cormack and Lynam 2001).</summary>
    public int Voters { get; init; } = 30;

    /// <summary>How fast a voter's weight falls with its distance from the best: exp(sharpness · (score − best)).</summary>
    public double VoteSharpness { get; init; } = 4;

    /// <summary>Weight of the share of unstemmed question words in the sentence.</summary>
    public double Exact { get; init; } = 1.5;

    /// <summary>Weight of the passage's score over the best passage's.</summary>
    public double PassageShare { get; init; } = 2.5;

    /// <summary>Weight of the cosine to the centroid of the voters (Radev et al. 2004, MEAD).</summary>
    public double Centroid { get; init; } = 2;

    /// <summary>Gain of a document's first sentence; the n-th gains 1/n of it (the lead of a news report).</summary>
    public double Position { get; init; } = .8;

    /// <summary>What a sentence loses for being a question itself.</summary>
    public double QuestionPenalty { get; init; } = .5;

    /// <summary>A further sentence of the best sentence's document is quoted within this distance of the best score.</summary>
    public double SameDocumentWithin { get; init; } = 5;

    /// <summary>A sentence of another document is quoted within this distance of the best score.</summary>
    public double OtherDocumentWithin { get; init; } = 3;

    /// <summary>Quotes of a brief on a matter of fact, at most.</summary>
    public int FactQuotes { get; init; } = 4;

    /// <summary>Quotes of an account, at most.</summary>
    public int AccountQuotes { get; init; } = 8;

    /// <summary>Documents an account should rest on where there are so many.</summary>
    public int AccountDocuments { get; init; } = 3;

    /// <summary>Below this refusal score the library does not say.</summary>
    public double RefuseBelow { get; init; } = .9;

    /// <summary>Below this refusal score the brief is marked doubtful.</summary>
    public double DoubtBelow { get; init; } = 1.2;

    /// <summary>Nearest passages named with a refusal.</summary>
    public int Related { get; init; } = 3;
}
