# ruff: noqa: ARG002, E501 -- one signature for all blocks; templates are easier to read unbroken
"""Six more page designs, for what real sites add around a page: cookie bars, feedback forms, general contact blocks,
headings that are only bold, titles outside the main element, panels that scripts open."""

import html

from .designs import Frame, Semantic, head
from .model import Block, Doc

_COOKIES = {
    "nl": "Deze website gebruikt cookies om het gebruik te meten. <button>Accepteren</button> <button>Weigeren</button>",
    "en": "This website uses cookies to measure its use. <button>Accept</button> <button>Refuse</button>",
}
_USEFUL = {"nl": "Heeft deze informatie u geholpen?", "en": "Was this information useful?"}
_SEARCH = {"nl": "Zoeken binnen deze site", "en": "Search this site"}


class Fields(Semantic):
    """Fields in wrappers; contact facts stand in a block beside the main element; the menu comes last in the source."""

    def p(self, block: Block, doc: Doc) -> str:
        return f'<div class="field field--type-text-long"><div class="field__item"><p>{block[1]}</p></div></div>'

    def pairs(self, block: Block, doc: Doc) -> str:
        return "".join(
            f'<div class="field field--label-inline"><div class="field__label">{label}</div><div class="field__item">{value}</div></div>'
            for label, value in block[1]
        )

    def page(self, f: Frame) -> str:
        crumbs = "".join(f'<li><a href="{h}">{html.escape(t)}</a></li>' for h, t in f.doc.crumbs)
        when = (
            f'<meta property="article:modified_time" content="{f.doc.modified}T08:00:00+01:00">' if f.modified else ""
        )
        return f"""<!DOCTYPE html><html lang="{f.doc.lang}" dir="ltr">{head(f, when)}<body class="path-node">
<div class="dialog-off-canvas-main-canvas"><div class="layout-container"><header role="banner"><div class="site-branding"><a href="{f.menu[0][0] if f.menu else "#"}" rel="home">{f.name}</a></div></header>
<div class="region region-breadcrumb"><nav class="breadcrumb" role="navigation"><ol>{crumbs}</ol></nav></div>
<main role="main"><div class="layout-content"><div class="block block-core block-page-title-block"><h1 class="page-title"><span class="field field--name-title">{f.title}</span></h1></div>
<div class="block block-system-main"><article class="node node--type-page"><div class="node__content">{f.body}</div></article></div></div></main>
<footer role="contentinfo"><div class="region region-footer">{f.site.footer_text.get(f.doc.lang, "")}<ul class="menu">{f.links(f.footer, '<li class="menu-item"><a href="{href}">{text}</a></li>')}</ul></div></footer>
<nav role="navigation" class="block-menu"><h2 class="visually-hidden">{f.words["menu"]}</h2><ul class="menu">{f.links(f.menu, '<li class="menu-item"><a href="{href}">{text}</a></li>')}</ul></nav></div></div></body></html>"""


class Breaks(Semantic):
    """Text in one cell with breaks for paragraphs; headings are only bold; every page has the same title element."""

    def p(self, block: Block, doc: Doc) -> str:
        return f"{block[1]}<br><br>"

    def h(self, block: Block, doc: Doc) -> str:
        anchor = f'<a name="{block[3]}"></a>' if len(block) > 3 else ""
        return f"{anchor}<strong>{block[2]}</strong><br>"

    def ul(self, block: Block, doc: Doc) -> str:
        return "".join(f"&bull; {item}<br>" for item in block[1]) + "<br>"

    def ol(self, block: Block, doc: Doc) -> str:
        return "".join(f"{n}. {item}<br>" for n, item in enumerate(block[1], 1)) + "<br>"

    def pairs(self, block: Block, doc: Doc) -> str:
        return "".join(f"<b>{label}:</b>&nbsp;{value}<br>" for label, value in block[1]) + "<br>"

    def acc(self, block: Block, doc: Doc) -> str:
        return "".join(f"<strong>{title}</strong><br>{self.inner(blocks, doc)}" for title, blocks in block[1])

    def cards(self, block: Block, doc: Doc) -> str:
        return "".join(f'<a href="{href}">{text}</a><br>{note}<br><br>' for href, text, note in block[1])

    def page(self, f: Frame) -> str:
        crumbs = "".join(f'<a href="{h}">{html.escape(t)}</a> &gt; ' for h, t in f.doc.crumbs)
        when = f"<br><small>{f.words['modified']} {f.modified}</small>" if f.modified else ""
        return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{f.doc.lang}" lang="{f.doc.lang}">{head(f)}<body><form method="get" action="/zoeken" id="aspnetForm"><div id="s4-workspace"><div id="s4-bodyContainer">
<div id="s4-titlerow">{f.name}<div class="ms-breadcrumb">{crumbs}{f.title}</div></div>
<div id="s4-leftpanel">{f.links(f.menu, '<div><a class="static menu-item" href="{href}">{text}</a></div>')}</div>
<div id="MSO_ContentTable"><div class="ms-rte-titel"><h1>{f.title}</h1></div><div class="ms-rtestate-field">{f.body}{when}</div></div>
<div id="s4-footer">{f.site.footer_text.get(f.doc.lang, "")} {f.links(f.footer, '<a href="{href}">{text}</a> &nbsp; ')}</div></div></div></form></body></html>"""


class Tabs(Semantic):
    """Panels that a script opens; all of their text is in the page."""

    def acc(self, block: Block, doc: Doc) -> str:
        tabs = "".join(
            f'<button role="tab" aria-controls="t{n}">{title}</button>' for n, (title, _) in enumerate(block[1])
        )
        panels = "".join(
            f'<div role="tabpanel" id="t{n}"{" hidden" if n else ""}><h2>{title}</h2>{self.inner(blocks, doc)}</div>'
            for n, (title, blocks) in enumerate(block[1])
        )
        return f'<div role="tablist">{tabs}</div>{panels}'

    def pairs(self, block: Block, doc: Doc) -> str:
        rows = "".join(f"<tr><th scope=row>{label}</th><td>{value}</td></tr>" for label, value in block[1])
        return f"<table><caption>Contact</caption><tbody>{rows}</tbody></table>"

    def page(self, f: Frame) -> str:
        crumbs = "".join(f'<a href="{h}">{html.escape(t)}</a> / ' for h, t in f.doc.crumbs)
        when = f'<p class="laatst-gewijzigd">{f.words["modified"]}: {f.modified}</p>' if f.modified else ""
        return f"""<!doctype html><html lang="{f.doc.lang}">{head(f)}<body><div class="cookiebar" role="dialog" aria-label="Cookies"><p>{_COOKIES[f.doc.lang]}</p></div>
<div class="top"><a class="logo" href="{f.menu[0][0] if f.menu else "#"}"><img src="data:," alt="{f.name}"></a><form class="search" action="/zoeken" method="get"><label>{_SEARCH[f.doc.lang]} <input name="q" type="search"></label><button>OK</button></form></div>
<div class="menu">{f.links(f.menu, '<a href="{href}"><span>{text}</span></a>')}</div>
<div class="page"><div class="crumb">{crumbs}{f.title}</div><div class="body"><h1>{f.title}</h1>{f.body}{when}</div></div>
<div class="bottom">{f.site.footer_text.get(f.doc.lang, "")}{f.links(f.footer, '<a href="{href}">{text}</a>')}</div></body></html>"""


class Hero(Semantic):
    """The title stands in a banner before the main element; below the text a question whether it was useful."""

    def pairs(self, block: Block, doc: Doc) -> str:
        return "".join(f"<address><strong>{label}</strong> {value}</address>" for label, value in block[1])

    def acc(self, block: Block, doc: Doc) -> str:
        return "".join(
            f'<h3 class="accordion__title"><button aria-expanded="false">{title}</button></h3><div class="accordion__panel" style="display:none">{self.inner(blocks, doc)}</div>'
            for title, blocks in block[1]
        )

    def page(self, f: Frame) -> str:
        crumbs = "".join(f'<li><a href="{h}">{html.escape(t)}</a></li>' for h, t in f.doc.crumbs)
        when = f'<dl class="meta"><dt>{f.words["modified"]}</dt><dd>{f.modified}</dd></dl>' if f.modified else ""
        return f"""<!DOCTYPE html><html lang="{f.doc.lang}">{head(f)}<body>
<header class="hero"><nav class="hero__nav"><ul>{f.links(f.menu, '<li><a href="{href}">{text}</a></li>')}</ul></nav><ol class="hero__crumbs">{crumbs}</ol><h1>{f.title}</h1></header>
<main><div class="prose">{f.body}</div>{when}
<aside class="feedback"><h2>{_USEFUL[f.doc.lang]}</h2><form method="post" action="/feedback"><label><input type="radio" name="u" value="1"> OK</label><textarea name="t"></textarea><button>OK</button></form></aside></main>
<footer><div class="footer__text">{f.site.footer_text.get(f.doc.lang, "")}</div><nav><ul>{f.links(f.footer, '<li><a href="{href}">{text}</a></li>')}</ul></nav></footer></body></html>"""


class Components(Semantic):
    """What a build tool leaves: nested div, class names without meaning, a wide menu that opens over the page."""

    def p(self, block: Block, doc: Doc) -> str:
        return f'<div class="sc-aXZVg"><span class="sc-gEvEer">{block[1]}</span></div>'

    def h(self, block: Block, doc: Doc) -> str:
        ident = f' id="{block[3]}"' if len(block) > 3 else ""
        return f'<div class="sc-eqUAAy"{ident} role="heading" aria-level="{block[1]}">{block[2]}</div>'

    def ul(self, block: Block, doc: Doc) -> str:
        return '<div role="list">' + "".join(f'<div role="listitem">{item}</div>' for item in block[1]) + "</div>"

    def pairs(self, block: Block, doc: Doc) -> str:
        return "".join(
            f'<div class="sc-fqkvVR"><div class="sc-dcJsrY">{label}</div><div class="sc-iGgWBj">{value}</div></div>'
            for label, value in block[1]
        )

    def page(self, f: Frame) -> str:
        crumbs = "".join(f'<div class="sc-lbOyJ"><a href="{h}">{html.escape(t)}</a></div>' for h, t in f.doc.crumbs)
        when = (
            f'<div class="sc-feUZmu">{f.words["modified"]} <time datetime="{f.doc.modified}">{f.modified}</time></div>'
            if f.modified
            else ""
        )
        return f"""<!DOCTYPE html><html lang="{f.doc.lang}">{head(f, '<meta name="viewport" content="width=device-width">')}<body><div id="__next"><div class="sc-kAyceB">
<div class="sc-imWYAI"><button aria-expanded="false">{f.words["menu"]}</button><div aria-hidden="true">{f.links(f.menu, '<div><a href="{href}" tabindex="-1">{text}</a></div>')}</div></div>
<div class="sc-jXbUNg">{f.links(f.menu, '<a href="{href}">{text}</a>')}</div><div class="sc-dhKdcB" aria-label="Breadcrumb">{crumbs}</div>
<div class="sc-kpDqfm" role="main"><h1 class="sc-dAlyuH">{f.title}</h1>{f.body}{when}</div>
<div class="sc-jlZhew" role="contentinfo">{f.site.footer_text.get(f.doc.lang, "")}{f.links(f.footer, '<a href="{href}">{text}</a>')}</div></div></div></body></html>"""


class Plain(Semantic):
    """Hand-made pages: no landmarks, no language, rules between the parts, the menu as a line of text."""

    def pairs(self, block: Block, doc: Doc) -> str:
        return "<p>" + "<br>\n".join(f"{label}: {value}" for label, value in block[1])

    def page(self, f: Frame) -> str:
        crumbs = " &raquo; ".join(f'<a href="{h}">{html.escape(t)}</a>' for h, t in f.doc.crumbs)
        when = f"<p><i>{f.words['modified']} {f.modified}</i>" if f.modified else ""
        return f"""<html>{head(f)}<body>
<p><b>{f.name}</b> [ {f.links(f.menu, '<a href="{href}">{text}</a> | ')} ]<hr><p>{crumbs}
<h1>{f.title}</h1>
{f.body}
{when}<hr><p><small>{f.site.footer_text.get(f.doc.lang, "")} {f.links(f.footer, '<a href="{href}">{text}</a> - ')}</small></body></html>"""


MORE_STYLES: dict[str, Semantic] = {
    "fields": Fields(),
    "breaks": Breaks(),
    "tabs": Tabs(),
    "hero": Hero(),
    "components": Components(),
    "plain": Plain(),
}
