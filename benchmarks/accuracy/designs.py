# ruff: noqa: ARG002, E501 -- one signature for all blocks; templates are easier to read unbroken
"""Six page designs. Each gets the same content and writes it as a different web team would."""

import html
from dataclasses import dataclass

from .model import Block, Doc, Site, World
from .words import FORM_FIELDS


@dataclass(frozen=True, slots=True)
class Frame:
    """What a design puts on every page."""

    world: World
    site: Site
    doc: Doc
    menu: list[tuple[str, str]]
    footer: list[tuple[str, str]]
    words: dict[str, str]
    body: str
    modified: str

    @property
    def title(self) -> str:
        return html.escape(self.doc.title)

    @property
    def name(self) -> str:
        return html.escape(self.site.name)

    def links(self, pairs: list[tuple[str, str]], form: str) -> str:
        return "".join(form.format(href=href, text=html.escape(text)) for href, text in pairs)


def head(frame: Frame, extra: str = "") -> str:
    """The head element: title, metadata of the design, what the document adds."""
    doc = frame.doc
    title = frame.site.title_form.format(page=frame.title, site=frame.name)
    return f'<head><meta charset="{frame.site.charset}"><title>{title}</title>{extra}{doc.head}</head>'


def _form(block: Block, doc: Doc, row: str) -> str:
    fields = "".join(row.format(label=label, n=n) for n, label in enumerate(FORM_FIELDS[doc.lang]))
    button = {"nl": "Versturen", "en": "Send"}[doc.lang]
    return f'<form method="post" action="{block[1]}">{fields}<button type="submit">{button}</button></form>'


class Semantic:
    """HTML5 as it is meant: landmarks, one h1, lists."""

    row = '<p><label for="f{n}">{label}</label> <input id="f{n}" name="f{n}"></p>'

    def block(self, block: Block, doc: Doc) -> str:
        return getattr(self, block[0])(block, doc)  # type: ignore[no-any-return]

    def p(self, block: Block, doc: Doc) -> str:
        return f"<p>{block[1]}</p>"

    def raw(self, block: Block, doc: Doc) -> str:
        return str(block[1])

    def h(self, block: Block, doc: Doc) -> str:
        ident = f' id="{block[3]}"' if len(block) > 3 else ""
        return f"<h{block[1]}{ident}>{block[2]}</h{block[1]}>"

    def ul(self, block: Block, doc: Doc) -> str:
        return "<ul>" + "".join(f"<li>{item}</li>" for item in block[1]) + "</ul>"

    def ol(self, block: Block, doc: Doc) -> str:
        return "<ol>" + "".join(f"<li>{item}</li>" for item in block[1]) + "</ol>"

    def pairs(self, block: Block, doc: Doc) -> str:
        return "<ul>" + "".join(f"<li>{label}: {value}</li>" for label, value in block[1]) + "</ul>"

    def acc(self, block: Block, doc: Doc) -> str:
        return "".join(f"<section><h2>{title}</h2>{self.inner(blocks, doc)}</section>" for title, blocks in block[1])

    def cards(self, block: Block, doc: Doc) -> str:
        return "<ul>" + "".join(f'<li><a href="{href}">{text}</a></li>' for href, text, _ in block[1]) + "</ul>"

    def form(self, block: Block, doc: Doc) -> str:
        return _form(block, doc, self.row)

    def inner(self, blocks: list[Block], doc: Doc) -> str:
        return "".join(self.block(block, doc) for block in blocks)

    def page(self, f: Frame) -> str:
        crumbs = "".join(f'<li><a href="{h}">{html.escape(t)}</a></li>' for h, t in f.doc.crumbs)
        modified = (
            f'<p class="meta">{f.words["modified"]} <time datetime="{f.doc.modified}">{f.modified}</time></p>'
            if f.modified
            else ""
        )
        return f"""<!DOCTYPE html><html lang="{f.doc.lang}">{head(f)}<body>
<header><a href="#main" class="skip">{"Direct naar de inhoud" if f.doc.lang == "nl" else "Skip to content"}</a><p class="logo">{f.name}</p>
<nav aria-label="{f.words["menu"]}"><ul>{f.links(f.menu, '<li><a href="{href}">{text}</a></li>')}</ul></nav></header>
<nav aria-label="breadcrumb"><ol>{crumbs}<li aria-current="page">{f.title}</li></ol></nav>
<main id="main"><article><h1>{f.title}</h1>{modified}
{f.body}</article></main>
<footer><p>{f.site.footer_text.get(f.doc.lang, "")}</p><ul>{f.links(f.footer, '<li><a href="{href}">{text}</a></li>')}</ul></footer></body></html>"""


class Bootstrap(Semantic):
    """A soup of div with class names."""

    row = '<div class="form-group"><label>{label}<input type="text" name="v{n}" class="form-control"></label></div>'

    def p(self, block: Block, doc: Doc) -> str:
        return f'<div class="text"><p>{block[1]}</p></div>'

    def pairs(self, block: Block, doc: Doc) -> str:
        rows = "".join(
            f'<div class="row"><div class="col-sm-3"><strong>{label}</strong></div><div class="col-sm-9">{value}</div></div>'
            for label, value in block[1]
        )
        return f'<div class="well">{rows}</div>'

    def acc(self, block: Block, doc: Doc) -> str:
        return (
            '<div class="panel-group">'
            + "".join(
                f'<div class="panel panel-default"><div class="panel-heading"><h3 class="panel-title">{title}</h3></div>'
                f'<div class="panel-collapse collapse in"><div class="panel-body">{self.inner(blocks, doc)}</div></div></div>'
                for title, blocks in block[1]
            )
            + "</div>"
        )

    def cards(self, block: Block, doc: Doc) -> str:
        return (
            '<div class="list-group">'
            + "".join(
                f'<a class="list-group-item" href="{href}"><h4>{text}</h4><p>{note}</p></a>'
                for href, text, note in block[1]
            )
            + "</div>"
        )

    def page(self, f: Frame) -> str:
        crumbs = "".join(f'<span><a href="{h}">{html.escape(t)}</a></span> / ' for h, t in f.doc.crumbs)
        modified = f'<div class="small text-muted">{f.words["modified"]} {f.modified}</div>' if f.modified else ""
        return f"""<!DOCTYPE html>
<html lang="{f.doc.lang}">{head(f, '<meta name="viewport" content="width=device-width">')}<body class="page">
<div class="navbar navbar-default"><div class="container"><div class="navbar-header"><a class="navbar-brand" href="{f.menu[0][0] if f.menu else "#"}">{f.name}</a></div>
<div class="nav navbar-nav">{f.links(f.menu, '<div class="nav-item"><a class="nav-link" href="{href}">{text}</a></div>')}</div></div></div>
<div class="container"><div class="breadcrumb">{crumbs}<span class="active">{f.title}</span></div>
<div class="row"><div class="col-md-8 content"><h1 class="page-header">{f.title}</h1>
{f.body}
{modified}</div></div></div>
<div class="footer"><div class="container">{f.site.footer_text.get(f.doc.lang, "")}<div class="footer-links">{f.links(f.footer, '<a href="{href}">{text}</a> ')}</div></div></div>
</body></html>"""


class OldTable(Semantic):
    """An old content management system: layout tables, upper-case tags, font elements."""

    row = '<tr><td>{label}</td><td><input type=text name="veld{n}"></td></tr>'

    def h(self, block: Block, doc: Doc) -> str:
        anchor = f'<a name="{block[3]}"></a>' if len(block) > 3 else ""
        return f"{anchor}<H{block[1]}><FONT color=#154273>{block[2]}</FONT></H{block[1]}>"

    def p(self, block: Block, doc: Doc) -> str:
        return f"<P>{block[1]}"

    def pairs(self, block: Block, doc: Doc) -> str:
        rows = "".join(f'<TR><TD valign="top"><B>{label}:</B></TD><TD>{value}</TD></TR>' for label, value in block[1])
        return f'<TABLE border="0" cellpadding="3">{rows}</TABLE>'

    def acc(self, block: Block, doc: Doc) -> str:
        return "".join(f"<P><B>{title}</B><BR>{self.inner(blocks, doc)}" for title, blocks in block[1])

    def form(self, block: Block, doc: Doc) -> str:
        fields = "".join(self.row.format(label=label, n=n) for n, label in enumerate(FORM_FIELDS[doc.lang]))
        return f'<FORM METHOD="POST" ACTION="{block[1]}"><TABLE>{fields}</TABLE><INPUT type="submit" value="OK"></FORM>'

    def page(self, f: Frame) -> str:
        crumbs = "".join(f'<a href="{h}">{html.escape(t)}</a> &gt; ' for h, t in f.doc.crumbs)
        modified = f'<FONT size="1">{f.words["modified"]}: {f.modified}</FONT>' if f.modified else ""
        return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML lang="{f.doc.lang}">{head(f)}
<BODY bgcolor="#ffffff"><TABLE width="960" cellspacing="0"><TR><TD colspan="2" class="balk"><IMG src="data:," alt="{f.name}"><B>{f.name}</B></TD></TR>
<TR><TD colspan="2" class="kruimelpad"><FONT size="1">{f.words["here"]}: {crumbs}{f.title}</FONT></TD></TR>
<TR><TD width="180" valign="top" class="linkermenu">{f.links(f.menu, '<A href="{href}">{text}</A><BR>')}</TD>
<TD valign="top" class="inhoud"><H1>{f.title}</H1>
{f.body}
<BR>{modified}</TD></TR>
<TR><TD colspan="2" align="center" class="voettekst"><FONT size="1">{f.site.footer_text.get(f.doc.lang, "")} {f.links(f.footer, '<A href="{href}">{text}</A> | ')}</FONT></TD></TR></TABLE></BODY></HTML>"""


class Cards(Semantic):
    """Cards and details elements; the h1 is the name of the site, the page's title is an h2."""

    def h(self, block: Block, doc: Doc) -> str:
        ident = f' id="{block[3]}"' if len(block) > 3 else ""
        return f"<h{block[1] + 1}{ident}>{block[2]}</h{block[1] + 1}>"

    def acc(self, block: Block, doc: Doc) -> str:
        return "".join(
            f'<details class="accordion"><summary>{title}</summary><div>{self.inner(blocks, doc)}</div></details>'
            for title, blocks in block[1]
        )

    def pairs(self, block: Block, doc: Doc) -> str:
        return (
            '<div class="cards">'
            + "".join(f'<div class="card contact"><h4>{label}</h4><p>{value}</p></div>' for label, value in block[1])
            + "</div>"
        )

    def cards(self, block: Block, doc: Doc) -> str:
        return (
            '<div class="cards">'
            + "".join(
                f'<div class="card"><h3><a href="{href}">{text}</a></h3><p>{note}</p></div>'
                for href, text, note in block[1]
            )
            + "</div>"
        )

    def page(self, f: Frame) -> str:
        crumbs = "".join(f'<a href="{h}">{html.escape(t)}</a> &rsaquo; ' for h, t in f.doc.crumbs)
        stamp = f'<meta name="DCTERMS.modified" content="{f.doc.modified}T10:12">' if f.modified else ""
        return f"""<!doctype html><html lang="{f.doc.lang}-{"NL" if f.doc.lang == "nl" else "GB"}">{head(f, stamp)}<body>
<header class="site"><h1><a href="{f.menu[0][0] if f.menu else "#"}">{f.name}</a></h1></header>
<nav>{f.links(f.menu, '<a href="{href}">{text}</a>')}</nav>
<main><div class="crumbs">{crumbs}{f.title}</div><h2 class="page-title">{f.title}</h2>
{f.body}</main>
<footer>{f.site.footer_text.get(f.doc.lang, "")}{f.links(f.footer, '<a href="{href}">{text}</a>')}</footer></body></html>"""


class Definitions(Semantic):
    """Definition lists and tables; the title stands in a header element inside the article."""

    def pairs(self, block: Block, doc: Doc) -> str:
        return "<dl>" + "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in block[1]) + "</dl>"

    def ol(self, block: Block, doc: Doc) -> str:
        rows = "".join(f"<tr><th scope=row>{n}</th><td>{item}</td></tr>" for n, item in enumerate(block[1], 1))
        return f"<table>{rows}</table>"

    def acc(self, block: Block, doc: Doc) -> str:
        return "<dl>" + "".join(f"<dt>{t}</dt><dd>{self.inner(blocks, doc)}</dd>" for t, blocks in block[1]) + "</dl>"

    def cards(self, block: Block, doc: Doc) -> str:
        return "<dl>" + "".join(f'<dt><a href="{h}">{t}</a></dt><dd>{note}</dd>' for h, t, note in block[1]) + "</dl>"

    def page(self, f: Frame) -> str:
        crumbs = "".join(f'<li><a href="{h}">{html.escape(t)}</a></li>' for h, t in f.doc.crumbs)
        schema = (
            f'<script type="application/ld+json">{{"@type": "WebPage", "dateModified": "{f.doc.modified}"}}</script>'
            if f.modified
            else ""
        )
        return f"""<!DOCTYPE html><html lang="{f.doc.lang}">{head(f, schema)}<body><div id="wrapper">
<div role="banner"><a href="{f.menu[0][0] if f.menu else "#"}" class="logo">{f.name}</a></div>
<div role="navigation"><ul class="menu">{f.links(f.menu, '<li><a href="{href}">{text}</a></li>')}</ul></div>
<article><header class="page-header"><ul class="breadcrumbs">{crumbs}</ul><h1>{f.title}</h1></header>
<div class="article-body">{f.body}</div></article>
<div role="contentinfo"><p>{f.site.footer_text.get(f.doc.lang, "")}</p><ul>{f.links(f.footer, '<li><a href="{href}">{text}</a></li>')}</ul></div></div></body></html>"""


class Platform(Semantic):
    """The platform of a large government site: wrapper, breadcrumb, way-finder, metadata, follow-up block."""

    def pairs(self, block: Block, doc: Doc) -> str:
        return "".join(f"<p><strong>{label}</strong><br>{value}</p>" for label, value in block[1])

    def cards(self, block: Block, doc: Doc) -> str:
        items = "".join(
            f'<li><a class="wayfinder__item" href="{h}"><h3>{t}</h3><p>{note}</p></a></li>' for h, t, note in block[1]
        )
        return f'<nav class="wayfinder"><ul class="wayfinder__list">{items}</ul></nav>'

    def page(self, f: Frame) -> str:
        crumbs = "".join(f'<a href="{h}">{html.escape(t)}</a>' for h, t in f.doc.crumbs)
        meta = f'<meta name="DCTERMS.title" title="XSD.string" content="{f.title}"><meta name="DCTERMS.language" title="XSD.language" content="{"nl-NL" if f.doc.lang == "nl" else "en-GB"}">'
        meta += (
            f'<meta name="DCTERMS.modified" title="XSD.dateTime" content="{f.doc.modified}T09:30">'
            if f.modified
            else ""
        )
        owner = (
            f'<aside><div class="brick belongsTo"><h2>{f.words["responsible"]}</h2><p>{html.escape(f.doc.owner)}</p></div></aside>'
            if f.doc.owner
            else ""
        )
        return f"""<!doctype html><html class="no-js" xml:lang="{"nl-NL" if f.doc.lang == "nl" else "en-GB"}" lang="{"nl-NL" if f.doc.lang == "nl" else "en-GB"}">{head(f, meta)}
<body id="government"><div id="mainwrapper"><header><div class="skiplinks"><a href="#content-wrapper">Inhoud</a></div><div class="logo"><a href="{f.menu[0][0] if f.menu else "#"}">{f.name}</a></div></header>
<div id="navBar"><nav class="mainNav"><ul>{f.links(f.menu, '<li><a href="{href}">{text}</a></li>')}</ul></nav>
<nav class="breadCrumbNav" aria-label="kruimelpad"><p>{f.words["here"]}:</p>{crumbs}<span aria-current="page">{f.title}</span></nav></div>
<main id="content-wrapper" tabindex="-1"><div class="wrapper"><div class="article content"><h1>{f.title}</h1>
{f.body}</div></div></main>{owner}
<footer class="site-footer"><div class="column"><h2>{f.words["service"]}</h2><ul>{f.links(f.footer, '<li><a href="{href}">{text}</a></li>')}</ul>{f.site.footer_text.get(f.doc.lang, "")}</div></footer></div></body></html>"""


STYLES: dict[str, Semantic] = {
    "semantic": Semantic(),
    "bootstrap": Bootstrap(),
    "oldtable": OldTable(),
    "cards": Cards(),
    "definitions": Definitions(),
    "platform": Platform(),
}
