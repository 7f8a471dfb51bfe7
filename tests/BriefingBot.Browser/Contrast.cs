namespace BriefingBot.Browser;

/// <summary>What can be computed in the page about who can read it.</summary>
internal static class Contrast
{
    /// <summary>Every text whose contrast to what is painted behind it is below 4.5 (https://www.w3.org/TR/WCAG22/#contrast-minimum).</summary>
    public const string TooLow =
        """
        () => {
          const parse = (c) => { const m = c.match(/[\d.]+/g).map(Number); return { r: m[0], g: m[1], b: m[2], a: m.length > 3 ? m[3] : 1 }; };
          const channel = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
          const light = (c) => 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
          const behind = (node) => { for (let n = node; n; n = n.parentElement) { const c = parse(getComputedStyle(n).backgroundColor); if (c.a === 1) return c; } return { r: 255, g: 255, b: 255 }; };
          const found = [];
          const judge = (node, color, text) => {
            const a = light(parse(color)), b = light(behind(node));
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) found.push(`${ratio.toFixed(2)} ${node.className} ${text.slice(0, 40)}`);
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode.textContent.trim();
            const node = walker.currentNode.parentElement;
            if (text === "" || !node.checkVisibility() || node.closest("noscript, script, .unseen, .skip")) continue;
            judge(node, getComputedStyle(node).color, text);
          }
          for (const field of document.querySelectorAll("input, textarea, select")) {
            if (!field.checkVisibility() || field.closest(".unseen")) continue;
            judge(field, getComputedStyle(field).color, `field ${field.name}`);
            if (field.placeholder) judge(field, getComputedStyle(field, "::placeholder").color, field.placeholder);
          }
          return found;
        }
        """;

    /// <summary>What is wider than the window, and whatever reaches out of it to the right.</summary>
    public const string TooWide =
        """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : ["page " + document.documentElement.scrollWidth, ...[...document.body.querySelectorAll("*")]
          .filter((n) => n.checkVisibility() && n.getBoundingClientRect().right > innerWidth + 1).map((n) => `${n.tagName} ${n.className} ${n.getBoundingClientRect().right}`)]
        """;

    /// <summary>Buttons, fields and links in sight that have no name.</summary>
    public const string Nameless =
        """
        () => [...document.querySelectorAll("button, input, select, textarea, a[href], [role=img]")].filter((n) => n.checkVisibility())
          .filter((n) => !(n.getAttribute("aria-label") || n.labels?.length || n.textContent.trim())).map((n) => n.outerHTML.slice(0, 120))
        """;
}
