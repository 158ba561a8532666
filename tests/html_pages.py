"""Pages as newsrooms, content systems, newsletters and old archives write them, and how each is read."""

from __future__ import annotations

from typing import NamedTuple


class Page(NamedTuple):
    html: str
    blocks: list[tuple[str, str, str]]
    """The kind, the place and the text of every block."""


PAGES = {
    "article": Page(
        """<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Ferry strike ends | Oak Post</title>
  <meta name="description" content="Crews return to work on Monday, the union says.">
  <meta property="og:title" content="Ferry strike ends">
  <meta property="og:url" content="https://oakpost.example/ferry">
  <meta name="viewport" content="width=device-width">
  <link rel="alternate" title="Feed" href="/feed">
  <script type="application/ld+json">{"headline": "Ferry strike ends"}</script>
  <style>.story > p { color: #222 }</style>
</head>
<body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
  <article>
    <header>
      <h1>Ferry strike <em>ends</em></h1>
      <p class="article__byline">By <a rel="author" href="/ann">Ann Lee</a></p>
    </header>
    <p><span class="dateline">OSLO —</span> Crews go back on Monday,
       the <a href="/union" title="The union of seamen">union</a> said.</p>
    <figure>
      <img src="quay.jpg" alt="Crews on the quay in Bergen">
      <figcaption>Crews in Bergen. <cite>Photo: Jo Dahl</cite></figcaption>
    </figure>
    <blockquote><p>“We won,” said Dahl.</p></blockquote>
    <aside><h2>Read more</h2><ol><li>The dispute<li>The ships</ol></aside>
    <table><caption>Sailings</caption><tr><th>Route<th>Ships<tr><td>Bergen<td>4</table>
  </article>
  <footer>© Oak Post</footer>
</body>
</html>
""",
        [
            ("headline", "title", "Ferry strike ends | Oak Post"),
            ("caption", "description", "Crews return to work on Monday, the union says."),
            ("headline", "og:title", "Ferry strike ends"),
            ("paragraph", "li", "Home"),
            ("paragraph", "li", "Sport"),
            ("headline", "h1", "Ferry strike ends"),
            ("byline", "p", "By Ann Lee"),
            ("paragraph", "p", "OSLO — Crews go back on Monday, the union said."),
            ("caption", "title", "The union of seamen"),
            ("caption", "alt", "Crews on the quay in Bergen"),
            ("caption", "figcaption", "Crews in Bergen. Photo: Jo Dahl"),
            ("paragraph", "p", "“We won,” said Dahl."),
            ("headline", "h2", "Read more"),
            ("paragraph", "li", "The dispute"),
            ("paragraph", "li", "The ships"),
            ("caption", "caption", "Sailings"),
            ("paragraph", "th", "Route"),
            ("paragraph", "th", "Ships"),
            ("paragraph", "td", "Bergen"),
            ("paragraph", "td", "4"),
            ("paragraph", "footer", "© Oak Post"),
        ],
    ),
    "amp": Page(
        """<!doctype html><html ⚡><head><meta charset="utf-8"><script async src="v0.js"></script>
<style amp-boilerplate>body{animation:-amp-start 8s}</style><noscript><style>body{x:none}</style></noscript>
</head><body><amp-ad width="300" type="doubleclick"></amp-ad><p>The dam held.</p><amp-img
alt="The dam at dusk" src="dam.jpg"><noscript><img src="dam.jpg" alt="The dam at dusk"></noscript></amp-img>
<p>Water fell<amp-ad></amp-ad>by a metre.</p></body></html>""",
        [
            ("paragraph", "p", "The dam held."),
            ("caption", "alt", "The dam at dusk"),
            ("paragraph", "p", "Water fell"),
            ("paragraph", "p", "by a metre."),
        ],
    ),
    "newsletter": Page(
        """<!--[if mso]><table><tr><td width="600">Outlook only<![endif]-->
<TABLE WIDTH=600 CELLPADDING=0><TR><TD ALIGN=center><FONT FACE=Arial SIZE=2><B>Morning brief</B><BR><BR>
Good morning.<BR>Here is the news.</FONT></TD></TR>
<![if !mso]><TR><TD>&nbsp;</TD></TR><![endif]>
<TR><TD><A HREF=https://oakpost.example/1?a=1&b=2>Frost at dawn</A> &ndash; schools shut</TABLE>""",
        [
            ("paragraph", "td", "Morning brief"),
            ("paragraph", "td", "Good morning. Here is the news."),
            ("paragraph", "td", "Frost at dawn – schools shut"),
        ],
    ),
    "fragment": Page(
        "The mayor resigned.\n\n<p>She gave <strong>no</strong> reason.</p>\n<p>&nbsp;</p>\n"
        "Her deputy <i>will</i> act.",
        [
            ("paragraph", "", "The mayor resigned."),
            ("paragraph", "p", "She gave no reason."),
            ("paragraph", "", "Her deputy will act."),
        ],
    ),
    "editor": Page(
        '<p class="MsoNormal">The <o:p></o:p>court<span style="mso-spacerun:yes"> </span>'
        " sat<span>&nbsp;</span>late.<o:p>&nbsp;</o:p></p>",
        [("paragraph", "p", "The court sat\xa0late.\xa0")],
    ),
    "wordpress": Page(
        """<!-- wp:paragraph --><p>It rained.</p><!-- /wp:paragraph -->
<div class="wp-caption alignleft"><img alt="IMG_2041.jpg"/><p class="wp-caption-text">Rain in May</p></div>
[gallery ids="1,2"]<!--more--><p>It stopped.<img class="emoji" alt="🙂" src="x.svg">Then it snowed.</p>""",
        [
            ("paragraph", "p", "It rained."),
            ("caption", "p", "Rain in May"),
            ("paragraph", "", '[gallery ids="1,2"]'),
            ("paragraph", "p", "It stopped.\ufffcThen it snowed."),
            ("caption", "alt", "🙂"),
        ],
    ),
    "lists": Page(
        "<dl><dt>Who<dd>The council<dt>When<dd>On <time datetime=2024-05-03>3 May</time></dl>"
        "<ul><li><p>One<p>Two<ul><li>In</ul>Out</ul>",
        [
            ("paragraph", "dt", "Who"),
            ("paragraph", "dd", "The council"),
            ("paragraph", "dt", "When"),
            ("paragraph", "dd", "On 3 May"),
            ("paragraph", "p", "One"),
            ("paragraph", "p", "Two"),
            ("paragraph", "li", "In"),
            ("paragraph", "li", "Out"),
        ],
    ),
    "code": Page(
        "<p>Run <code>rm -r ..</code>, then <kbd>Esc</kbd>.</p><pre>a  b</pre>"
        "<p>Let <var>x</var> be <math><mi>y</mi></math>.</p>",
        [
            ("paragraph", "p", "Run \ufffc, then \ufffc."),
            ("paragraph", "p", "Let \ufffc be \ufffc."),
        ],
    ),
    "forms": Page(
        "<form><label>Name</label><input alt=Go><select><option>Mr<option>Ms</select><button>Send it</button>"
        "<textarea>Dear <b>editor</b></textarea><p>Write to us.</p></form>",
        [
            ("paragraph", "form", "Name"),
            ("caption", "alt", "Go"),
            ("paragraph", "p", "Write to us."),
        ],
    ),
    "player": Page(
        '<p>Listen.</p><video title="Clip">Your browser shows no video.</video><iframe title="Map">x</iframe>'
        "<object data=x>No plug-in</object><svg><title>Logo</title><style/><text>AB</text></svg>"
        "<p>Thanks.</p>",
        [("paragraph", "p", "Listen."), ("paragraph", "p", "Thanks.")],
    ),
    "microdata": Page(
        '<div itemscope><meta itemprop="headline" content="Vote lost"><span itemprop="author">Jo Dahl</span>'
        '<div class="c-byline"><p>By Jo Dahl</p><p>In Oslo</p></div>'
        '<p itemprop="articleBody">They lost.</p></div>',
        [
            ("headline", "headline", "Vote lost"),
            ("byline", "div", "Jo Dahl"),
            ("byline", "p", "By Jo Dahl"),
            ("byline", "p", "In Oslo"),
            ("paragraph", "p", "They lost."),
        ],
    ),
    "soup": Page(
        "<P>One<P CLASS=x>Two <b>three<p>four</b> five</div></span></p>"
        "six<h2>Seven</h3>eight<td>nine</ p><3 ten</",
        [
            ("paragraph", "p", "One"),
            ("paragraph", "p", "Two three"),
            ("paragraph", "p", "four five"),
            ("paragraph", "", "six"),
            ("headline", "h2", "Seven"),
            ("paragraph", "", "eight"),
            ("paragraph", "td", "nine<3 ten</"),
        ],
    ),
    "attributes": Page(
        """<img alt='It is "late", she said' title=""><img alt = "A &amp; B" ALT=second><img alt=Quay><a
   title='   The quay,
   at night '>x</a><img alt="https://oakpost.example/x.png"><abbr
   title="World Health Organization">WHO</abbr>""",
        [
            ("caption", "alt", 'It is "late", she said'),
            ("caption", "alt", "A & B"),
            ("caption", "alt", "Quay"),
            ("caption", "title", "The quay, at night"),
            ("paragraph", "", "x\ufffcWHO"),
            ("caption", "title", "World Health Organization"),
        ],
    ),
    "references": Page(
        "<p>AT&T &amp; caf&eacute; &notit; &#8220;so&#x201D; &#146; &#0; &#x110000;"
        " &#99999999999999999999; &no; a&#32;&#10; b&NewLine;</p>"
        '<p title="a&copy=1 &copyright &copy; &lt;">3&nbsp;km</p>',
        [
            ("paragraph", "p", "AT&T & café ¬it; “so” ’ \ufffd \ufffd \ufffd &no; a b"),
            ("caption", "title", "a&copy=1 &copyright © <"),
            ("paragraph", "p", "3\xa0km"),
        ],
    ),
    "xhtml": Page(
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head>'
        '<body><a id="top"/><p>Read on.</p><p/><![CDATA[ a > b ]]><p>And on.</p></body></html>',
        [("paragraph", "p", "Read on."), ("paragraph", "p", "And on.")],
    ),
    "template": Page(
        "<p>Dear {{ user.name|default('you you') }}, "
        "the vote is on {% if late %}Friday{% else %}Monday{% endif %}.</p>",
        [("paragraph", "p", "Dear \ufffc, the vote is on FridayMonday.")],
    ),
    "scripts": Page(
        "<script><!-- document.write('<script>x</script>') --></script>"
        "<p>One <script>if (a<b) c('</p>')</script>two.</p>"
        "<style>p::before { content: '</p>' }</style><title>A <b> title</title>",
        [("paragraph", "p", "One two."), ("headline", "title", "A <b> title")],
    ),
}
