namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>How a phrase has to stand on its line.</summary>
internal enum PhrasePlace
{
    /// <summary>The whole line, anywhere on the page.</summary>
    Line,

    /// <summary>The whole line, outside the article: too common a word to be taken from inside it.</summary>
    LineOutside,

    /// <summary>The beginning of a short line, anywhere.</summary>
    Start,
}

/// <summary>A kind of page furniture with the phrases it is known by, as <see cref="TextLine.Key"/> writes them, separated by "|".</summary>
internal sealed record PhraseRule(string Name, PhrasePlace Place, string Phrases);

/// <summary>What pages say besides their article, in the languages we met. Phrases of the software and of the trade, none of one site.</summary>
internal static class FurniturePhrases
{
    public static IReadOnlyList<PhraseRule> Rules { get; } =
    [
        new("comment form", PhrasePlace.Line,
            "leave a reply|leave a reply cancel reply|leave a comment|leave a comment cancel reply|cancel reply|post a comment|post comment|add a comment|add your comment|write a comment|write your comment"
            + "|join the conversation|join the discussion|be the first to comment|no comments yet|show comments|view comments|view all comments|load comments|load more comments|comments are closed|comments are closed for this story"
            + "|login to comment|log in to comment|log in to leave a comment|sign in to comment|deja un comentario|deja una respuesta|cancelar la respuesta|laisser un commentaire|laisser une réponse|annuler la réponse"
            + "|schreibe einen kommentar|kommentar schreiben|kommentar hinterlassen|antworten abbrechen|antwort abbrechen|deixe um comentário|deixe uma resposta|cancelar resposta|lascia un commento|lascia una risposta|annulla risposta"
            + "|добавить комментарий|оставить комментарий|отменить ответ|发表评论|发表回复|取消回复|コメントを残す|コメントをキャンセル|اترك تعليقا|اترك رد"),
        new("comment form", PhrasePlace.LineOutside,
            "comments|0 comments|1 comment|no comments|reply|name|name *|email|email *|email address|website|comment|comment *|submit|submit comment|submit a comment|comentarios|commentaires|kommentare|comentários|commenti|комментарии|评论|コメント|name*|email*|comment*"),
        new("comment form", PhrasePlace.Start,
            "your email address will not be published|your e-mail address will not be published|required fields are marked|save my name, email|notify me of follow-up comments|notify me of new posts|notify me when|this site uses akismet"
            + "|you must be logged in to|comments are moderated|please log in to comment|tu dirección de correo electrónico no|los campos obligatorios|votre adresse e-mail ne sera|votre adresse de messagerie ne sera|les champs obligatoires"
            + "|deine e-mail-adresse wird nicht|ihre e-mail-adresse wird nicht|erforderliche felder|o seu endereço de e-mail não|o seu endereço de email não|campos obrigatórios|il tuo indirizzo email non|i campi obbligatori|ваш e-mail не будет|ваш адрес email не будет|обязательные поля"
            + "|您的电子邮箱地址不会|您的邮箱地址不会|您的电子邮件地址不会|メールアドレスが公開されること"),
        new("sharing", PhrasePlace.Line,
            "share|share this|share this article|share this story|share this post|share this page|share this with|share article|share story|share via|share on|sharing|tweet|tweet this|copy link|copy url|link copied|print this|print this article|print article"
            + "|email this article|email this|like this|like loading|follow us|follow us on|compartir|comparte|compartir en|partager|partager cet article|partager sur|teilen|artikel teilen|condividi|compartilhar|compartilhe|поделиться|分享|分享到|シェア|シェアする|شارك"),
        new("sharing", PhrasePlace.Start,
            "click to share on|click to email|click to print|share on facebook|share on twitter|share on x |share on linkedin|share on whatsapp|share via email|share to facebook|follow us on |follow us at |like us on facebook|join our whatsapp|join our telegram"
            + "|follow our whatsapp|connect with us on|síguenos en|suivez-nous sur|folgen sie uns|siga-nos|seguici su"),
        new("subscription", PhrasePlace.Line,
            "subscribe|subscribe now|subscribe today|newsletter|newsletters|sign up|sign up now|sign in|log in|login|log out|register|register now|create account|my account|donate|donate now|become a member|go premium|suscríbete|suscribirse|iniciar sesión|s'abonner|s'inscrire|se connecter"
            + "|abonnieren|anmelden|registrieren|iscriviti|abbonati|accedi|assine|assine já|подписаться|войти|订阅|登录|注册|登録|اشترك"),
        new("subscription", PhrasePlace.Start,
            "subscribe to our|subscribe to the newsletter|subscribe for free|subscribe to get|subscribe for|sign up for our|sign up to our|sign up for the|sign up for free|sign up here|sign up to receive|get our newsletter|get the latest news|get breaking news|get the best of|get more news|already a subscriber"
            + "|already have an account|register now for free|register for free|support our journalism|support independent journalism|download our app|download the app|get the app|enter your email|you have successfully subscribed|thank you for subscribing|to continue reading|subscribers only"
            + "|suscríbete a|suscríbase a|recibe nuestro|abonnez-vous|inscrivez-vous à|recevez notre|jetzt abonnieren|unseren newsletter|newsletter abonnieren|iscriviti alla|assine a nossa|assine nossa|подпишитесь на|订阅我们"),
        new("advertisement", PhrasePlace.Line,
            "advertisement|advertisements|advert|adverts|ad|ads|advertising|advertorial|sponsored|sponsored content|sponsored links|promoted|promoted content|paid content|article continues below advertisement|article continues after advertisement"
            + "|article continues below|story continues below advertisement|story continues below|story continues after advertisement|continue reading below|advertisement - scroll to continue|scroll to continue|scroll to continue with content"
            + "|remove ads|report this ad|publicidad|anuncio|publicité|werbung|anzeige|pubblicità|publicidade|реклама|广告|広告|إعلان|إعلانات"),
        new("cookie notice", PhrasePlace.Start,
            "we use cookies|we value your privacy|this website uses cookies|this web site uses cookies|this site uses cookies|our website uses cookies|our site uses cookies|we and our partners|by continuing to use this|by continuing to browse|by using this site|by using our site"
            + "|by clicking accept|by clicking \"accept|by clicking 'accept|manage cookie|cookie settings|cookie policy|cookie preferences|accept all cookies|accept cookies|utilizamos cookies|usamos cookies|este sitio web utiliza cookies|este sitio utiliza cookies|esta web utiliza cookies"
            + "|nous utilisons des cookies|ce site utilise des cookies|wir verwenden cookies|diese website verwendet cookies|diese seite verwendet cookies|questo sito utilizza|este site utiliza cookies|мы используем файлы cookie|мы используем cookie|我们使用cookie|本网站使用cookie"),
        new("cookie notice", PhrasePlace.LineOutside, "accept|accept all|reject|reject all|decline|i agree|got it|agree|aceptar|accepter|akzeptieren|alle akzeptieren|accetta|aceitar|принять|接受"),
        new("page tool", PhrasePlace.Line,
            "text size|font size|textsize|a a a|a- a+|a+ a-|aa|skip to content|skip to main content|skip to navigation|jump to content|back to top|scroll to top|go to top|toggle navigation|toggle menu|main menu|open menu|close menu|listen to article|listen to this article|listen to this story|read aloud|play audio"
            + "|text to speech|save article|save this article|add to bookmarks|bookmark this|load more|show more|view all|see all|loading|please wait|javascript is disabled|report a typo|report an error|copy this link|give this article|listen|tamaño del texto|tamaño de texto|taille du texte|schriftgröße|saltar al contenido|ir al contenido"
            + "|aller au contenu|zum inhalt springen|vai al contenuto|ir para o conteúdo|volver arriba|retour en haut|nach oben|跳至内容|返回顶部|字号"),
        new("page tool", PhrasePlace.Start,
            "please enable javascript|your browser does not support|you need to enable javascript|javascript must be enabled|you are using an outdated browser|text size a|font size a"),
        new("navigation", PhrasePlace.LineOutside,
            "home|menu|search|close|more|next|previous|prev|back|news|world|contact|contact us|about|about us|sitemap|site map|terms of use|terms of service|terms and conditions|privacy policy|privacy|privacy notice|disclaimer|faq|help|archive|archives|rss|rss feed|e-paper|epaper"
            + "|inicio|accueil|startseite|impressum|datenschutz|kontakt|contacto|mentions légales|aviso legal|главная|首页|联系我们|关于我们|ホーム"),
        new("navigation", PhrasePlace.Start,
            "previous post|next post|previous article|next article|previous story|next story|previous entry|next entry|older post|newer post|post navigation|entrada anterior|entrada siguiente|siguiente entrada|noticia anterior|siguiente noticia|article précédent|article suivant"
            + "|vorheriger beitrag|nächster beitrag|vorheriger artikel|nächster artikel|articolo precedente|articolo successivo|post anterior|próximo post|предыдущая запись|следующая запись|上一篇|下一篇|前の記事|次の記事"),
        new("syndication note", PhrasePlace.Start,
            "this story has not been edited by|this story has been published from|this story has been sourced from|this story was auto-generated|this article is auto-generated|this article has been auto-generated|except for the headline, this story|only the headline and picture|with inputs from agencies|with agency inputs|our standards: |catch all the |get all the latest|read all the latest|stay updated with|stay tuned for"),
        new("copyright", PhrasePlace.Start,
            "all rights reserved|copyright ©|copyright (c)|todos los derechos reservados|tous droits réservés|alle rechte vorbehalten|tutti i diritti riservati|todos os direitos reservados|все права защищены|版权所有"),
    ];
}
