using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>What kind of word the answer will hold.</summary>
public enum AnswerType { Other, Number, Date, Name }

/// <summary>Fact: one to four sentences answer. Whether: yes or no. Account: several voices are wanted.</summary>
public enum QuestionForm { Fact, Whether, Account }

/// <summary>A distinct content term of the question.</summary>
/// <param name="Value">The index term.</param>
/// <param name="Word">The lower-case word as written.</param>
/// <param name="Written">As it stands in the question.</param>
/// <param name="Count">How often it stands there.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it stands first.</param>
public sealed record QuestionTerm(string Value, string Word, string Written, int Count, TermKind Kind, int Start);

/// <summary>A question taken apart.</summary>
/// <param name="Text">The question, trimmed.</param>
/// <param name="Terms">Distinct content terms in order of first use; empty when only stop words were asked.</param>
/// <param name="Names">Names as written, neighbours joined ("Port Varran").</param>
/// <param name="Expects">The type of word the answer will hold.</param>
/// <param name="Form">How much of an answer is wanted.</param>
/// <param name="Dates">Days the question speaks of.</param>
public sealed record QuestionAnalysis(
    string Text,
    IReadOnlyList<QuestionTerm> Terms,
    IReadOnlyList<QuestionName> Names,
    AnswerType Expects,
    QuestionForm Form,
    QuestionDates Dates)
{
    /// <summary>Nothing was asked.</summary>
    public static QuestionAnalysis Empty { get; } = new("", [], [], AnswerType.Other, QuestionForm.Fact, QuestionDates.None);
}

/// <summary>A name or a number in the question.</summary>
/// <param name="Written">As it stands in the question.</param>
/// <param name="Terms">Its index terms.</param>
/// <param name="Start">Where it begins.</param>
public sealed record QuestionName(string Written, IReadOnlyList<string> Terms, int Start);
