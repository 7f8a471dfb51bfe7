namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>What pages say that stand before an article, in lower case with straight apostrophes.</summary>
internal static class GatePhrases
{
    /// <summary>Checks for programs.</summary>
    public static readonly string[] Checks =
    [
        "enable javascript and cookies to continue", "checking your browser before", "verify you are human", "verifying you are human", "are you a robot", "unusual traffic from your", "checking if the site connection is secure",
        "please complete the captcha", "complete the security check", "pardon our interruption", "access to this page has been denied", "just a moment...", "please enable js and disable any ad blocker", "confirm you are a human",
    ];

    /// <summary>Sentences of consent pages.</summary>
    public static readonly string[] Consents =
    [
        "before you continue to", "we value your privacy", "we and our partners", "accept all cookies", "accept cookies to continue", "consent to the use of cookies", "manage your privacy", "your privacy choices", "we use cookies", "store and/or access information on a device", "accept and continue",
        "wir verwenden cookies", "alle akzeptieren", "wir und unsere partner", "akzeptieren und weiter", "mit werbung weiterlesen", "mit werbung und cookies", "weiter mit werbung", "zustimmen und weiter", "ihre privatsphäre ist uns wichtig", "ihrer privatsphäre ist uns wichtig", "wir benötigen ihre zustimmung", "wir benötigen ihre einwilligung", "informationen auf einem gerät speichern",
        "nous utilisons des cookies", "tout accepter", "nous et nos partenaires", "continuer sans accepter", "accepter et continuer", "accepter et fermer", "accepter et accéder", "le respect de votre vie privée", "stocker et/ou accéder à des informations",
        "utilizamos cookies", "aceptar todo", "nosotros y nuestros socios", "aceptar y continuar", "acepta y continúa", "aceptar y cerrar", "valoramos tu privacidad", "valoramos su privacidad", "tu privacidad es importante", "su privacidad es importante", "rechazar y suscrib", "almacenar la información en un dispositivo",
        "accetta tutto", "accetta e continua", "noi e i nostri partner", "aceitar todos", "nós e os nossos parceiros", "nós e nossos parceiros",
    ];

    /// <summary>Sentences that can only stand where the rest of an article is missing.</summary>
    public static readonly string[] Walls =
    [
        "subscribe to continue reading", "subscribe to keep reading", "subscribe to read", "subscribe to unlock", "subscribe now to read", "subscribe now to continue", "continue reading with a subscription", "register to continue reading", "sign in to continue reading", "sign in to keep reading", "sign up to continue reading", "log in to continue reading", "an account to continue reading", "to read the full article", "to read the full story", "to read the rest of this",
        "this article is for subscribers", "this article is exclusive to subscribers", "this article is only available to subscribers", "this content is for subscribers", "this story is for subscribers", "this article is reserved for", "you have reached your limit of free", "you've reached your limit of free",
        "you have read your last free", "you've read your last free", "you have no free articles", "unlock this article", "start your free trial to", "become a member to read", "create a free account to continue", "remaining free articles",
        "um weiterzulesen", "um weiter zu lesen", "um diesen artikel zu lesen", "um den artikel zu lesen", "um den ganzen artikel", "artikel ist nur für abonnenten", "text ist nur für abonnenten", "inhalt ist nur für abonnenten", "artikel ist exklusiv für", "inhalt ist exklusiv für", "artikel ist abonnenten vorbehalten", "sie haben noch keinen zugang", "mit einem abo weiterlesen", "im abo weiterlesen", "mit plus weiterlesen", "jetzt abonnieren und weiterlesen", "jetzt testen und weiterlesen", "registrieren und weiterlesen", "anmelden und weiterlesen",
        "article est réservé aux abonné", "article est réservé à nos abonné", "contenu est réservé aux abonné", "la suite est réservée", "suite de l'article est réservée", "de cet article à lire", "de cet article à découvrir", "pour lire la suite", "pour lire l'intégralité", "pour continuer la lecture", "pour poursuivre votre lecture", "pour accéder à la suite", "abonnez-vous pour lire", "abonnez-vous pour continuer", "lisez la suite en vous abonnant",
        "para seguir leyendo", "para continuar leyendo", "para leer el artículo completo", "para leer la noticia completa", "suscríbete para leer", "suscríbase para leer", "suscríbete para seguir", "suscríbase para seguir", "este contenido es exclusivo para", "este artículo es exclusivo para", "artículo solo para suscriptores", "has alcanzado tu límite de artículos", "has alcanzado el límite de artículos", "ha alcanzado el límite de artículos",
        "contenuto riservato agli abbonati", "articolo è riservato agli abbonati", "per continuare a leggere", "conteúdo exclusivo para assinantes", "para continuar lendo", "para continuar a ler",
    ];

    /// <summary>A line with one of these asks for nothing but a hand's movement: "Scroll to continue reading".</summary>
    public static readonly string[] Movements = ["scroll", "swipe", "advertisement", "wisch", "nach unten", "werbung", "défile", "publicité", "despláz", "desliz", "publicidad", "anuncio", "scorri"];

    /// <summary>Labels and offers that stand beside free articles too: on teasers, in the head of every page.</summary>
    public static readonly string[] Labels =
    [
        "for subscribers only", "subscriber-only", "subscribers only", "exclusive to subscribers", "available to subscribers", "already a subscriber", "already a member? sign in", "to continue reading", "to keep reading", "to read this article", "pour lire cet article", "para leer este artículo", "register to continue", "sign in to continue", "log in to continue",
        "nur für abonnenten", "exklusiv für abonnenten", "jetzt weiterlesen", "weiterlesen mit", "sie sind bereits abonnent", "sie haben bereits ein abo", "réservé aux abonné", "déjà abonné", "contenido exclusivo para suscriptores", "exclusivo suscriptores", "solo para suscriptores", "ya eres suscriptor", "ya soy suscriptor",
    ];
}
