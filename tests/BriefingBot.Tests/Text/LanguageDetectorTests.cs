using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Text;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("What did the ministry say about the strike?", "en")]
    [InlineData("¿Quién dirige el puerto de Almar?", "es")]
    [InlineData("Qui dirige le port d'Almar et pourquoi la grève a-t-elle commencé ?", "fr")]
    [InlineData("Wer leitet den Hafen von Almar?", "de")]
    [InlineData("Quem dirige o porto de Almar?", "pt")]
    [InlineData("Chi dirige il porto di Almar?", "it")]
    [InlineData("Wie leidt de haven van Almar?", "nl")]
    [InlineData("谁领导阿尔马港？", "zh")]
    [InlineData("港はいつ閉鎖されましたか", "ja")]
    [InlineData("항구는 언제 닫혔습니까", "ko")]
    [InlineData("ท่าเรือปิดเมื่อไร", "th")]
    [InlineData("Когда закрыли порт? Рыбаки этого не знают", "ru")]
    [InlineData("Чому порт закрили? Причини невідомі", "uk")]
    [InlineData("من يدير الميناء؟", "ar")]
    [InlineData("چه کسی بندر را اداره می‌کند؟", "fa")]
    [InlineData("מי מנהל את הנמל?", "he")]
    [InlineData("बंदरगाह कब बंद हुआ?", "hi")]
    [InlineData("Ποιος διευθύνει το λιμάνι;", "el")]
    public void A_short_question_tells_its_language(string question, string language) => Assert.Equal(language, LanguageDetector.Detect(question));

    [Theory]
    [InlineData("")]
    [InlineData("1234 !?")]
    [InlineData("Port Almar")]
    [InlineData("IS-K")]
    [InlineData("Almar Courier")]
    public void Nothing_is_said_where_nothing_tells(string text) => Assert.Null(LanguageDetector.Detect(text));

    [Fact]
    public void English_prose_with_foreign_names_stays_English() =>
        Assert.Equal("en", LanguageDetector.Detect("The mayor of El Puerto de la Luz said on Monday that the ferries of La Línea del Mar would not sail until the strike was over."));

    [Fact]
    public void Any_text_has_an_answer() => HostileText.ForAll(text => LanguageDetector.Detect(text) is null or { Length: 2 });
}
