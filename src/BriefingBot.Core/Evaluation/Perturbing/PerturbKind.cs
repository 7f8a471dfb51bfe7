namespace BriefingBot.Core.Evaluation.Perturbing;

/// <summary>One way of making a true claim false.</summary>
internal enum PerturbKind
{
    /// <summary>Another number, one that stands nowhere in the passage.</summary>
    Number,

    /// <summary>A name from another passage that stands nowhere in this one.</summary>
    Name,

    /// <summary>A "not" put in or taken out.</summary>
    Negation,

    /// <summary>One word changed between quotation marks.</summary>
    Quote,

    /// <summary>Another number of the same passage.</summary>
    NumberElsewhere,

    /// <summary>Another name of the same passage.</summary>
    NameElsewhere,
}
