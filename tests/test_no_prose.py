"""What is no prose in Markdown, MDX and HTML: template blocks, formulas, targets of links, code."""

from __future__ import annotations

import pytest
from markdown_texts import MARKDOWN, fixed, found, texts
from work import is_in_proportion

from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.formats.html import parse as parse_html
from newslint.formats.markdown import parse
from newslint.formats.markdown.exclusions import GAP_FILLER
from newslint.linter.linter import Linter
from newslint.rules import selection

TEMPLATES = [
    '{% highlight ruby %}\nputs "the the x"\n\nif a , b\n{% endhighlight %}',
    "{% raw %}\n{{ a }} , the the b\n{% endraw %}",
    "{%- comment -%}\n- the the , b\n\n# the the\n{%- endcomment -%}",
    "{{< highlight go >}}\nthe the , b\n{{< /highlight >}}",
    "{{% code %}}\nthe the , b\n{{% /code %}}",
    "{% verbatim %}the the , b{% endverbatim %}",
    "{# the the\nb , #}",
    "{% include card.html text='the the' %}",
]
FORMULAS = [
    "$$\na , b = the the\n$$",
    "$$a , b_1$$",
    "\\[ a , b = the \\, the \\]",
    "\\( the^the , \\)",
    "\\begin{align*}\nthe the , b\n\\end{align*}",
]


@pytest.mark.parametrize("code", [*TEMPLATES, *FORMULAS])
def test_blocks_of_markdown(code: str) -> None:
    text = f"It rained.\n\n{code}\n\nThe the sun shone.\n"
    assert [said for said in texts(text) if said.strip("⌷ ")] == ["It rained.", "The the sun shone."]
    assert fixed(text) == text.replace("The the", "The")
    assert fixed(text.replace("\n", "\r\n")) == text.replace("The the", "The").replace("\n", "\r\n")


@pytest.mark.parametrize("code", [*TEMPLATES, *FORMULAS])
def test_blocks_of_html(code: str) -> None:
    html = f"<p>It rained.</p>\n<p>{code}</p>\n<p>The the sun shone.</p>\n"
    report = Linter(selection.select(), format=FORMATS["html"]).fix(html)
    assert report.after == html.replace("The the", "The")


def test_a_template_block_of_html_may_hold_elements() -> None:
    html = "<p>One.</p>{% raw %}<p title='the the'>The the <b>two , </b></p>{% endraw %}<p>The the three.</p>"
    assert [block.text for block in parse_html(Source(html)).blocks] == ["One.", "The the three."]
    inside = "<p>Run $$a , b_1$$ or {% raw %}<b>the the</b> {% endraw %} now now.</p>"
    assert [block.text for block in parse_html(Source(inside)).blocks] == ["Run \ufffc or \ufffc now now."]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("See [[Old , Bridge]].\n", ["See ⌷."]),
        ("See [[Old , Bridge|the the bridge]].\n", ["See the the bridge."]),
        ("![[a , b.png]] shows it.\n", ["⌷ shows it."]),
        ("It rained [[1]](/a) and [2].\n", ["It rained [1] and [2]."]),
        ("He \\[sic\\] spoke of \\[the mayor\\].\n", ["He [sic] spoke of [the mayor]."]),
        ("They want $$ and then more $$ now.\n", ["They want $$ and then more $$ now."]),
        ("Type `$$` to see it, `$$` again.\n", ["Type ⌷ to see it, ⌷ again."]),
        ("It costs $5 or $6 a day.\n", ["It costs $5 or $6 a day."]),
        ("Use <H1> and <H2>, then text.\n", ["Use ⌷ and ⌷, then text."]),
        ("Use <b>, <EM> or <strong>.\n", ["Use ⌷,  or ⌷."]),
        ("The <b>.NET</b> team left <i>, it seems</i>.\n", ["The .NET team left ⌷, it seems."]),
        ('Press <i class="icon"></i>, then <b>go</b>.\n', ["Press ⌷, then go."]),
        ("A <img src=a>, a <hr/>; or <Tag/>.\n", ["A ⌷, a ⌷; or ⌷."]),
        ("It is {{ page.when }}, ${name} or <%= a %>.\n", ["It is ⌷, ⌷ or ⌷."]),
        ("{% raw %} It rained.\n", ["⌷ It rained."]),
    ],
)
def test_places_in_a_paragraph(markdown: str, expected: list[str]) -> None:
    assert texts(markdown) == expected
    assert found(markdown) == [("double-word", "the the")] * ("the the" in "".join(expected))


# MDX


def mdx(text: str) -> list[str]:
    blocks = parse(Source(text, "page.mdx")).blocks
    return [block.text.replace(GAP_FILLER, "⌷") for block in blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import Tabs from '@theme/Tabs'\nimport {a , b} from 'c'\n\nIt rained.\n", ["It rained."]),
        ("---\ntitle: Rain\n---\nimport A from 'the the'\n\nIt rained.\n", ["Rain", "It rained."]),
        ("export const meta = {\n  a: 'the the',\n\n  b: [1 , 2],\n}\n\nIt rained.\n", ["It rained."]),
        ("Imports of grain rose.\n\nWe import grain.\n", ["Imports of grain rose.", "We import grain."]),
        ("{/* the the\n\nb , */}\n\nIt rained.\n", ["It rained."]),
        ("It {/* the the */} rained {a.b(c , d)} here.\n", ["It ⌷ rained ⌷ here."]),
        ("<Tabs\n  items={['a , b', \"the the\"]}\n>\n\nIt rained.\n\n</Tabs>\n", ["It rained."]),
        ("<Note>It rained.</Note>\n", ["It rained."]),
        ("<Chart data={[1 , 2]} onClick={() => a > b} />\n\nIt rained.\n", ["It rained."]),
        ('Press <Icon.Play name="the the" />, then <>go</>.\n', ["Press ⌷, then go."]),
        ("It <b style={{color: 'the the'}}>rained</b> a lot.\n", ["It rained a lot."]),
        ("```js\nconst a = {\n```\n\nType `{` and `<Tag` here.\n", ["Type ⌷ and ⌷ here."]),
        ("A brace \\{ alone.\n", ["A brace { alone."]),
        ("# Rain {props.when}\n\n- One {a}\n- Two\n", ["Rain ⌷", "One ⌷", "Two"]),
        ("{list.map((x) => <li>It's the the {x}</li>)}\n\nIt rained.\n", ["It rained."]),
    ],
)
def test_code_of_mdx_is_no_prose(text: str, expected: list[str]) -> None:
    assert mdx(text) == expected
    assert mdx(text.replace("\n", "\r\n")) == expected
    report = Linter(selection.select(), format=MARKDOWN).fix(Source(text, "a.mdx"))
    assert report.error is None
    assert report.after == text


def test_prose_of_mdx_is_fixed_in_place() -> None:
    text = "import A from 'a'\n\n<A b={1 , 2}>The the 🗞 rained {c , d} on us , too.</A>\n\n{/* the the */}\n"
    report = Linter(selection.select(), format=MARKDOWN).fix(Source(text, "a.MDX"))
    assert report.after == text.replace("The the", "The").replace("us ,", "us,")


def test_a_comment_of_mdx_silences() -> None:
    text = "{/* newslint: ignore[double-word] a band */}\n\nThe the played.\n\nThey saw the the tug.\n"
    report = Linter(selection.select(), format=MARKDOWN).check(Source(text, "a.mdx"))
    assert [diagnostic.quote for diagnostic in report.diagnostics] == ["the the"]


@pytest.mark.parametrize("opening", ["{a", "<Tag a='b'", "{[(", "<Tag {"])
def test_after_what_is_never_closed_nothing_of_mdx_is_read(opening: str) -> None:
    parsed = parse(Source(f"It rained.\n\n{opening}\n\nThe the.\n" + opening * 10_000, "a.mdx"))
    assert [block.text for block in parsed.blocks] == ["It rained."]
    assert parsed.errors == ("line 3: what begins here is never closed, so nothing after it was read",)


def test_many_signs_of_mdx_are_read_in_one_walk() -> None:
    for unit in ("<a ", "{a} ", "<A/>", "import a\n\n", "`{ ", "``` ", "<a b={c}>", "\\{", "'{'}"):
        assert is_in_proportion(lambda count, unit=unit: mdx("It rained.\n\n" + unit * count), 200), unit
