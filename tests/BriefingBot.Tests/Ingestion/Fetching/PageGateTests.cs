using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Tests.Ingestion.Fetching;

/// <summary>Gates in four languages, and articles that only look like one.</summary>
public sealed class PageGateTests
{
    private const string English = "The cranes of Port Varran stood still on Monday after the harbour master closed both quays to large ships. Nobody on the quay could say how long the closure would last, and three ferries turned back before noon.";
    private const string German = "Die Kräne von Port Varran standen am Montag still, nachdem der Hafenmeister beide Kais für große Schiffe gesperrt hatte. Niemand am Kai konnte sagen, wie lange die Sperre dauert, und drei Fähren kehrten vor Mittag um.";
    private const string French = "Les grues de Port Varran sont restées immobiles lundi après que le capitaine du port a fermé les deux quais aux grands navires. Personne sur le quai ne pouvait dire combien de temps durerait la fermeture.";
    private const string Spanish = "Las grúas de Port Varran quedaron quietas el lunes después de que el capitán del puerto cerrara los dos muelles a los barcos grandes. Nadie en el muelle supo decir cuánto duraría el cierre.";

    [Theory]
    [InlineData(English, "<div class=\"offer\"><h3>Subscribe to continue reading</h3><p>One month for one mark.</p></div>")]
    [InlineData(English, "<p>You have reached your limit of free articles this month.</p>")]
    [InlineData(English, "<div>Create an account to continue reading this and two more stories.</div>")]
    [InlineData(English, "<div class=\"paywall-box\"><p>Already a subscriber? Sign in</p></div>")]
    [InlineData(German, "<section><h2>Jetzt abonnieren und weiterlesen</h2></section>")]
    [InlineData(German, "<p>Dieser Artikel ist exklusiv für unsere Abonnenten.</p>")]
    [InlineData(German, "<p>Registrieren Sie sich kostenlos, um weiterzulesen.</p>")]
    [InlineData(French, "<p>Il vous reste 78&nbsp;% de cet article à lire. La suite est réservée aux abonnés.</p>")]
    [InlineData(French, "<aside><p>Abonnez-vous pour lire la suite</p></aside>")]
    [InlineData(Spanish, "<p>Suscríbete para seguir leyendo</p>")]
    [InlineData(Spanish, "<div><b>Has alcanzado tu límite de artículos gratuitos</b></div>")]
    public void A_beginning_with_a_wall_behind_it_is_told(string teaser, string wall) => Assert.Contains("paywall", Gate(Page($"<p>{teaser}</p>{wall}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false,\"hasPart\":{\"cssSelector\":\".body\"}}</script>")]
    [InlineData("<script type=\"application/ld+json\">{\"isAccessibleForFree\" : \"False\"}</script>")]
    [InlineData("<meta property=\"article:content_tier\" content=\"locked\">")]
    [InlineData("<meta content='locked' property='article:content_tier'>")]
    [InlineData("<meta itemprop=\"isAccessibleForFree\" content=\"false\">")]
    public void A_page_that_says_itself_that_it_is_not_free_is_believed(string head) => Assert.Contains("paywall", Gate(Page($"<p>{English}</p>", head)), StringComparison.Ordinal);

    [Fact]
    public void A_long_beginning_that_is_not_free_and_ends_in_a_wall_is_told()
    {
        const string head = "<meta property=\"article:content_tier\" content=\"locked\">";
        var beginning = Story(7);

        Assert.Contains("paywall", Gate(Page(beginning + "<div><p>Subscribe to keep reading.</p></div>", head)), StringComparison.Ordinal);
        // Without the wall everything is there, whatever it costs others.
        Assert.Null(Gate(Page(beginning, head)));
    }

    [Theory]
    [InlineData("<meta property=\"article:content_tier\" content=\"free\">")]
    [InlineData("<meta property=\"article:content_tier\" content=\"metered\">")]
    [InlineData("<script type=\"application/ld+json\">{\"isAccessibleForFree\":true}</script>")]
    public void A_page_that_is_free_is_read(string head) => Assert.Null(Gate(Page($"<p>{English}</p>", head)));

    [Theory]
    [InlineData("<h1>We value your privacy</h1><p>We and our 812 partners store and/or access information on a device.</p><button>Accept all</button>")]
    [InlineData("<h1>Ihre Privatsphäre ist uns wichtig</h1><p>Mit Werbung weiterlesen oder das Pur-Abo wählen.</p><button>Akzeptieren und weiter</button>")]
    [InlineData("<h1>Le respect de votre vie privée est notre priorité</h1><p>Nous et nos partenaires utilisons des traceurs.</p><a>Continuer sans accepter</a>")]
    [InlineData("<h1>Tu privacidad es importante</h1><p>Nosotros y nuestros socios almacenamos datos.</p><button>Aceptar y continuar</button><a>Rechazar y suscribirse</a>")]
    [InlineData("<div role=\"dialog\"><p>Wir verwenden Cookies.</p></div><footer>Impressum</footer>")]
    public void A_page_that_only_asks_for_consent_is_told(string body) => Assert.Contains("consent", Gate($"<html><head><title>Courier</title></head><body>{body}</body></html>"), StringComparison.Ordinal);

    [Fact]
    public void A_long_list_of_purposes_is_no_article()
    {
        const string purposes = "<h1>Before you go on</h1><p>We and our partners process personal data such as your address, and we value your privacy in all we do here.</p><p>Store and/or access information on a device. Create profiles for personalised advertising, use profiles to select it, measure how well it does, and learn about audiences from numbers and from several sources.</p>"
            + "<p>You may change your mind at any time under your privacy choices at the foot of every page, where the purposes are listed again with the names of all who use them.</p><p>Accept all cookies, or choose what you allow one by one, which takes some time and which we remember for half a year.</p>";

        Assert.Contains("consent", Gate(Page(purposes)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The Varran Courier puts up a paywall on Monday. Readers will have to subscribe to read more than five reports a month.")]
    [InlineData("“Subscribe to continue reading” is what visitors of the Varran Courier will see from Monday on.")]
    [InlineData("The regulator fined three shops on Monday because their banners said \"we use cookies\" and had a button to accept all cookies, and none to refuse them.")]
    [InlineData("Der Varran Kurier führt eine Bezahlschranke ein: Manche Texte sind dann nur für Abonnenten, und wer sie lesen will, zahlt acht Mark im Monat.")]
    [InlineData("Le Courrier de Varran ferme son site: dès lundi, un article sur deux sera réservé aux abonnés, a dit sa rédactrice en chef.")]
    [InlineData("El Correo de Varran cierra su web: desde el lunes habrá que pagar para seguir leyendo después del quinto artículo, dijo su directora.")]
    public void An_article_about_walls_and_cookies_is_an_article(string paragraph) => Assert.Null(Gate(Page($"<p>{paragraph}</p>{Story(3)}")));

    [Theory]
    [InlineData("<header><a href=\"/in\">Already a subscriber? Sign in</a></header>", "")]
    [InlineData("<nav><p>Subscribe to read all our stories</p></nav>", "")]
    [InlineData("", "<div style=\"display: none\"><h3>Subscribe to continue reading</h3></div>")]
    [InlineData("", "<div hidden><p>You have reached your limit of free articles.</p></div>")]
    [InlineData("", "<template><p>Jetzt abonnieren und weiterlesen</p></template><script>var wall = \"Subscribe to continue reading\";</script>")]
    [InlineData("", "<p>Scroll to continue reading</p>")]
    [InlineData("", "<p>Advertisement. Story continues below: scroll down to keep reading.</p>")]
    [InlineData("", "<aside><ul><li>Réservé aux abonnés</li><li>Nur für Abonnenten</li></ul></aside>")]
    [InlineData("", "<footer><p>We value your privacy. We use cookies.</p></footer>")]
    [InlineData("", "<div class=\"cookie-banner\"><p>We use cookies.</p><button>Accept all cookies</button></div>")]
    public void A_short_report_is_one_whatever_frames_it(string before, string after) =>
        Assert.Null(Gate($"<html><head><title>Cranes idle</title></head><body>{before}<article><h1>Cranes idle</h1><p>{English}</p><p>The port company said that it would pay the crews for the week.</p></article>{after}</body></html>"));

    [Fact]
    public void A_page_too_large_to_be_one_is_no_gate() => Assert.Null(Gate("<html><body>" + string.Concat(Enumerable.Repeat("<b>a", 450_000))));

    /// <summary>Some hundred words and more for every two paragraphs.</summary>
    private static string Story(int paragraphs) => string.Concat(Enumerable.Range(1, paragraphs).Select(n => $"<p>On day {n} of the closure the harbour master spoke to the crews again. {English} The pilots waited in the old house on the outer mole.</p>"));

    private static string Page(string body, string head = "") => $"<!doctype html><html><head><title>Cranes idle | Courier</title>{head}</head><body><article><h1>Cranes idle in Port Varran</h1>{body}</article></body></html>";

    private static string? Gate(string html)
    {
        var address = new Uri("https://courier.example/a");
        var bytes = Encoding.UTF8.GetBytes(html);
        var article = "";
        try
        {
            article = new HtmlReader().Read(new SourceBytes(address.AbsoluteUri, bytes, default, CharsetHint: "utf-8")).Text;
        }
        catch (UnreadableException)
        {
            // A page without an article, as the source of links takes it.
        }

        return PageGate.Find(new FetchedPage(bytes, address, "text/html", "utf-8", new PageValidators(ETag: null, LastModified: null), default), address, article);
    }
}
