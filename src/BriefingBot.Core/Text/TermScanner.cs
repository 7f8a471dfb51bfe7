namespace BriefingBot.Core.Text;

/// <summary>The pass of <see cref="Analyser"/> over the text: finds tokens by <see cref="TokenReader"/>, and decides what each yields.</summary>
internal ref struct TermScanner(string text, TextRange range, bool english, WordForms forms, List<Term> terms)
{
    private const int MaxCompoundParts = 4, MaxCompoundLength = 20;

    private readonly int end = range.End;
    private readonly ShoutedLines shouted = new(text, range);

    /// <summary>Whether a capital here would say nothing, because a sentence or a quote begins.</summary>
    private bool initial = true;

    private TextRange last;

    public void Scan()
    {
        var at = range.Start;
        while (at < end)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            var kind = CharClasses.At(text, at, out var length);
            at = kind switch
            {
                CharClass.Spaceless => Pairs(at),
                >= CharClass.Mark => Compound(at),
                _ => Punctuation(at) + length,
            };
        }
    }

    private int Punctuation(int at)
    {
        switch (text[at])
        {
            case '\n' or '!' or '?' or ':' or '…' or '"' or '“' or '‘' or '«' or '(' or '•':
                initial = true;
                break;
            case '.':
                initial |= !(last.End == at && (Abbreviations.IsTitle(text.AsSpan(last.Start, last.Length)) || (last.Length == 1 && char.IsUpper(text[last.Start]))));
                break;
            case '\'' or '’':
                return TokenReader.SkipContraction(text, at, range.Start, end);
        }

        return at;
    }

    /// <summary>A token, or several with hyphens between: each is a term, and an acronym such as IS-K or COVID-19 is one as a whole too.</summary>
    private int Compound(int at)
    {
        var first = terms.Count;
        var head = TokenReader.Read(text, at, end);
        var (token, parts) = (head, 1);
        var headTraits = Emit(head);
        var (traits, acronym) = (headTraits, headTraits.IsUpper);
        while (token.Next + 1 < end && IsHyphen(text[token.Next]) && CharClasses.IsWordPart(text[token.Next + 1]))
        {
            token = TokenReader.Read(text, token.Next + 1, end);
            traits = Emit(token);
            acronym &= traits.IsUpper || traits.IsNumber;
            parts++;
        }

        var numbered = parts == 2 && headTraits.StartsUpper && traits.IsNumber;
        if ((acronym || numbered) && parts is > 1 and <= MaxCompoundParts && token.End - head.Start <= MaxCompoundLength)
        {
            Join(new TextRange(head.Start, token.End), first);
        }

        return token.Next;
    }

    private WordTraits Emit(Token token)
    {
        ref readonly var form = ref forms.Get(text.AsSpan(token.Start, Math.Min(token.KeyLength, WordForm.MaxLength)));
        var traits = form.Traits;
        var term = new TextRange(token.Start, token.End);
        if (traits.IsPlain)
        {
            terms.Add(new Term(form.Value, form.Word, term, TermKind.Word));
        }
        else if (traits.IsStopWord && IsName(form, term))
        {
            terms.Add(new Term(form.NameValue, form.Word, term, TermKind.Name));
        }
        else if (!traits.IsEmpty && !(traits.IsStopWord && english))
        {
            terms.Add(new Term(form.Value, form.Word, term, Kind(traits, term)));
        }

        (initial, last) = (false, term);
        return traits;
    }

    /// <summary>"u.s." is a name in any case, since nobody writes the pronoun so.</summary>
    private readonly bool IsName(in WordForm form, TextRange at) =>
        form.Traits.IsDotted ? form.Traits.IsUpper || form.Word is "us" : form.Traits.IsAcronym && !shouted.Covers(at.End);

    private readonly TermKind Kind(WordTraits traits, TextRange at)
    {
        if (traits.StartsWithDigit)
        {
            return TermKind.Number;
        }

        var capital = traits.IsAcronym || (traits.StartsUpper && !initial);
        return capital && (traits.IsDotted || !shouted.Covers(at.End)) ? TermKind.Name : TermKind.Word;
    }

    private readonly void Join(TextRange whole, int first)
    {
        var written = whole.Of(text);
        Span<char> letters = stackalloc char[written.Length * Folding.MaxGrowth];
        var length = 0;
        foreach (var character in written)
        {
            Folding.Append(character, letters, ref length);
        }

        terms.Insert(first, new Term(new string(letters[..length]), written.ToLowerInvariant(), whole, TermKind.Name));
    }

    /// <summary>Overlapping pairs of a run without spaces; one character alone is a term of its own.</summary>
    private int Pairs(int at)
    {
        Span<char> pair = stackalloc char[4];
        var (previous, previousLength, count) = (at, 0, 0);
        while (at < end)
        {
            var kind = CharClasses.At(text, at, out var length);
            if (kind == CharClass.Mark)
            {
                at += length;
                continue;
            }

            if (kind != CharClass.Spaceless)
            {
                break;
            }

            if (count > 0)
            {
                text.AsSpan(previous, previousLength).CopyTo(pair);
                text.AsSpan(at, length).CopyTo(pair[previousLength..]);
                AddPair(pair[..(previousLength + length)], new TextRange(previous, at + length));
            }

            (previous, previousLength, count) = (at, length, count + 1);
            at += length;
        }

        if (count == 1)
        {
            AddPair(text.AsSpan(previous, previousLength), new TextRange(previous, previous + previousLength));
        }

        initial = false;
        return at;
    }

    private readonly void AddPair(ReadOnlySpan<char> pair, TextRange at)
    {
        ref readonly var form = ref forms.Get(pair);
        terms.Add(new Term(form.Word, form.Word, at, TermKind.Bigram));
    }

    private static bool IsHyphen(char character) => character is '-' or '\u2010' or '\u2011';
}
