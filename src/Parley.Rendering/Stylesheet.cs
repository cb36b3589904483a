namespace Parley.Rendering;

/// <summary>The one style sheet of all pages: serif text on paper, a dark variant, a variant for printing.</summary>
internal static class Stylesheet
{
    public const string Css = """

        :root { --paper: #fbfaf6; --card: #f4f1ea; --ink: #1d1c1a; --soft: #5c5850; --line: #ddd8cc; --accent: #1c4f63; --against: #8a3b12; --mark: #ffe9a8; color-scheme: light dark; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #15171a; --card: #1d2024; --ink: #e8e4da; --soft: #a8a397; --line: #34383d; --accent: #8ec5da; --against: #e8a37c; --mark: #5c4a12; }
        }
        * { box-sizing: border-box; }
        html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
        @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.62 "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Source Serif 4", Georgia, "Liberation Serif", serif; font-feature-settings: "onum", "kern", "liga"; hanging-punctuation: first; overflow-wrap: break-word; }
        a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: 1px; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
        .skip { position: absolute; left: -100vw; top: 0; padding: .6rem 1rem; background: var(--ink); color: var(--paper); z-index: 2; }
        .skip:focus { left: 0; }
        .masthead, .page, footer { width: min(100% - 2.5rem, 43rem); margin-inline: auto; }
        .masthead { padding: 4.5rem 0 2rem; border-bottom: 3px double var(--line); }
        .kicker { margin: 0 0 1rem; font-size: .8rem; letter-spacing: .16em; text-transform: uppercase; color: var(--accent); }
        h1 { margin: 0 0 .9rem; font-size: clamp(1.9rem, 1.2rem + 3vw, 3rem); line-height: 1.14; font-weight: 500; letter-spacing: -.012em; text-wrap: balance; }
        .scope { margin: 0; color: var(--soft); font-size: 1rem; }
        .legend { margin: 1.4rem 0 0; padding-left: 1rem; border-left: 2px solid var(--line); color: var(--soft); font-size: .9rem; max-width: 36rem; }
        nav { margin: 2rem 0 1rem; font-size: .92rem; }
        nav ol { list-style: none; margin: 0; padding: 0; }
        nav li { margin: .3rem 0; line-height: 1.35; }
        nav ol ol { padding-left: 1rem; font-size: .95em; }
        nav a { text-decoration: none; } nav a:hover { text-decoration: underline; }
        h2 { margin: 3.6rem 0 1rem; font-size: 1.65rem; line-height: 1.2; font-weight: 500; letter-spacing: -.005em; }
        h3 { margin: 2.4rem 0 .7rem; font-size: 1.22rem; line-height: 1.3; font-weight: 600; }
        h4 { margin: 1.7rem 0 .5rem; font-size: .86rem; letter-spacing: .09em; text-transform: uppercase; font-weight: 600; color: var(--soft); }
        .day > h3 { padding-bottom: .35rem; border-bottom: 1px solid var(--line); }
        .lead { margin: -.4rem 0 1.4rem; color: var(--soft); font-style: italic; }
        .sentences { margin: 0; padding: 0; list-style: none; }
        .sentences > li { margin: 0 0 .95rem; }
        .aside { margin: 0 0 2rem; padding-left: 1rem; border-left: 2px solid var(--line); font-size: .88rem; line-height: 1.5; color: var(--soft); } .aside > li { margin: 0 0 .35rem; }
        .takeaways .sentences { counter-reset: item; }
        .takeaways .sentences > li { counter-increment: item; position: relative; padding: 0 0 1.1rem 2.6rem; margin: 0 0 1.1rem; border-bottom: 1px solid var(--line); font-size: 1.1rem; line-height: 1.55; }
        .takeaways .sentences > li::before { content: counter(item); position: absolute; left: 0; top: -.28rem; font-size: 1.75rem; line-height: 1.4; color: var(--accent); }
        .takeaways .sentences > li:last-child { border-bottom: 0; }
        b { font-weight: 600; }
        q.q { quotes: "“" "”"; } q.r { quotes: "‘" "’"; font-style: italic; }
        .way { color: var(--soft); font-size: .9em; }
        .cites { margin-left: .15em; font-size: .72em; line-height: 1; font-feature-settings: "lnum"; }
        span.cites { vertical-align: .42em; white-space: nowrap; }
        .cite { text-decoration: none; padding: .1em .3em; margin-right: .1em; border-radius: .25em; background: color-mix(in srgb, var(--accent) 11%, transparent); }
        .cite:hover { background: var(--accent); color: var(--paper); } .cite:target { outline: 2px solid var(--accent); }
        details.cites { display: block; margin: .35rem 0 0; line-height: 2; font-size: .8em; } details summary { cursor: pointer; color: var(--accent); width: fit-content; }
        .pair { display: grid; grid-template-columns: 1fr 1fr; margin: 0 0 1.6rem; background: var(--card); border: 1px solid var(--line); border-radius: 4px; overflow: hidden; }
        .side { padding: 1rem 1.2rem .2rem; border-top: 3px solid var(--accent); min-width: 0; }
        .side.against { border-top-color: var(--against); border-left: 1px solid var(--line); }
        .label { margin: 0 0 .5rem; font-size: .75rem; letter-spacing: .12em; text-transform: uppercase; color: var(--accent); } .against .label { color: var(--against); }
        .pair .sentences > li { font-size: .98rem; line-height: 1.52; }
        .note { grid-column: 1 / -1; margin: 0; padding: .55rem 1.2rem .65rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
        .scroll { overflow-x: auto; margin: 0 0 1.4rem; }
        table { width: 100%; border-collapse: collapse; font-size: .95rem; line-height: 1.45; font-variant-numeric: lining-nums tabular-nums; }
        caption { text-align: left; padding: 0 0 .5rem; font-weight: 600; }
        th, td { text-align: left; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--line); }
        thead th { font-size: .75rem; letter-spacing: .09em; text-transform: uppercase; color: var(--soft); font-weight: 600; border-bottom: 2px solid var(--line); white-space: nowrap; }
        tbody th { font-weight: 400; } .none { color: var(--soft); font-style: italic; font-size: .9em; }
        .chart { margin: .6rem 0 1.8rem; overflow-x: auto; } .chart svg { display: block; width: 100%; min-width: 32rem; height: auto; font: 13px/1 inherit; }
        svg text { fill: var(--ink); font-family: inherit; font-size: 13px; } svg .tick { fill: var(--soft); font-size: 11.5px; } svg .value { font-size: 12px; fill: var(--soft); }
        svg .grid { stroke: var(--line); } svg .lane { stroke: var(--soft); stroke-width: 1.2; } svg .bar { stroke: var(--accent); stroke-width: 3; } svg .open { stroke: var(--accent); stroke-width: 1.6; stroke-dasharray: 3 4; }
        svg .dot { fill: var(--accent); } svg .ring { fill: var(--paper); stroke: var(--accent); stroke-width: 1.8; } svg .cross { fill: none; stroke: var(--against); stroke-width: 2.4; stroke-linecap: round; }
        svg .count { fill: var(--accent); } svg .spread { fill: color-mix(in srgb, var(--accent) 45%, var(--paper)); } svg .other { fill: var(--against); } svg .pending { fill: var(--paper); stroke: var(--accent); stroke-width: .8; }
        svg .range { stroke: var(--against); stroke-width: 1.2; } svg .band { stroke: var(--against); stroke-width: 2.4; stroke-linecap: round; } svg .estimate { fill: var(--paper); stroke: var(--against); stroke-width: 1.8; }
        .wide thead th { white-space: normal; letter-spacing: .04em; vertical-align: bottom; } .num { text-align: right; } details.data { margin: 0 0 1.4rem; } details.data > summary { cursor: pointer; color: var(--accent); }
        #evidence { margin-top: 5rem; padding-top: .1rem; border-top: 3px double var(--line); }
        #evidence article { margin: 2.2rem 0 0; }
        #evidence h3 { margin: 0 0 .15rem; } .byline { margin: 0 0 .5rem; color: var(--soft); font-size: .95rem; }
        dl { margin: 0 0 1rem; font-size: .8rem; line-height: 1.5; color: var(--soft); } dl div { display: flex; gap: .7rem; } dt { flex: 0 0 5.2rem; } dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
        code, .hash { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .92em; overflow-wrap: anywhere; }
        .passages { margin: 0; padding: 0; list-style: none; }
        .passages > li { position: relative; padding: .8rem 1rem .6rem 3.2rem; border-top: 1px solid var(--line); }
        .passages > li::before { content: attr(value); position: absolute; left: .6rem; top: .85rem; font-size: .85rem; color: var(--accent); font-feature-settings: "lnum"; }
        .passages > li:target { background: color-mix(in srgb, var(--accent) 9%, transparent); box-shadow: inset 3px 0 0 var(--accent); }
        blockquote { margin: 0; font-size: .97rem; line-height: 1.55; }
        mark { background: var(--mark); color: inherit; padding: .06em 0; } .src { text-decoration: underline; text-decoration-color: var(--accent); text-underline-offset: .2em; } .cue { text-decoration: underline dotted; text-decoration-color: var(--against); text-underline-offset: .2em; }
        .gap { color: var(--soft); } .record { margin: .35rem 0 0; color: var(--soft); font-size: .75rem; }
        footer { margin-top: 5rem; padding: 1.4rem 0 4rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; } footer p { margin: 0 0 .4rem; }
        @media (min-width: 78rem) {
          .masthead, footer { transform: translateX(0); }
          .page { position: relative; }
          nav { position: absolute; right: calc(100% + 3.5rem); top: 3.1rem; width: 13rem; height: calc(100% - 4rem); margin: 0; }
          nav > ol { position: sticky; top: 2.5rem; max-height: calc(100vh - 5rem); overflow-y: auto; }
        }
        @media (max-width: 36rem) { body { font-size: 1rem; } .masthead { padding-top: 2.5rem; } .pair { grid-template-columns: 1fr; } .side.against { border-left: 0; } .takeaways .sentences > li { padding-left: 2rem; font-size: 1.04rem; } .passages > li { padding-left: 2.6rem; padding-right: .3rem; } .passages > li::before { left: 0; } dl div { display: block; } dt { font-weight: 600; } }
        .printed { display: none; }
        @media print { :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #123; --against: #411; --mark: #eee; } html { font-size: 78%; } body { font-size: 10.5pt; } nav, .skip { display: none; } .masthead, .page, footer { width: 100%; } .masthead { padding-top: 0; } h2, h3, h4 { break-after: avoid; } .pair, .chart, tr, .passages > li, .sentences > li { break-inside: avoid; } .cite { background: none; padding: 0; } #evidence { break-before: page; } a { color: inherit; } details.cites { display: none; } .wide { font-size: .88em; } details.data::details-content { content-visibility: visible; block-size: auto; } .printed { display: inline; font-size: .8em; } @page { margin: 20mm 22mm; } }

        """;
}
