"""Articles in the XML that agencies, newsrooms and feeds send, and how each is read."""

from __future__ import annotations

from typing import NamedTuple


class Sent(NamedTuple):
    xml: str
    articles: list[list[tuple[str, str, str]]]
    """The kind, the element and the text of every block, by article."""


DOCUMENTS = {
    "nitf": Sent(
        """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "nitf-3-6.dtd">
<nitf version="-//IPTC//DTD NITF 3.6//EN" change.date="October 10, 2012">
  <head>
    <title>Lock keepers vote..</title>
    <meta name="slug" content="the the slug"/>
    <docdata><doc.copyright holder="Wexmoor Wire"/><du-key key="lock.. 2"/>
      <doc-id regsrc="WW" id-string="ww-88"/><key-list><keyword key="locks"/></key-list></docdata>
    <pubdata type="print" name="Wexmoor Echo"/>
  </head>
  <body>
    <body.head>
      <hedline>
        <hl1>Lock keepers <em>vote</em> to stay</hl1>
        <hl2>Canal trust will not sell the six cottages</hl2>
      </hedline>
      <note noteclass="editorsnote"><body.content><p>Embargoed until noon.</p></body.content></note>
      <rights>Copyright Wexmoor Wire..</rights>
      <byline>By <person>Ines Okafor</person><byttl>Canal correspondent</byttl></byline>
      <distributor>Wexmoor Wire..</distributor>
      <dateline><location>WEXMOOR</location>, <story.date norm="20260302">March 2</story.date></dateline>
      <abstract><p>The keepers stay.</p></abstract>
    </body.head>
    <body.content>
      <p lede="true">The <org idsrc="ww" value="ct">Canal Trust</org> will keep
         its <num units="cottages">six</num> cottages, <chron norm="20260302">on Monday</chron> it said.</p>
      <block>
        <p>Each has a <a href="https://wexmoor.example/lock">lock</a><fn><p>Built in 1811.</p></fn>
           of its own.</p>
        <media media-type="image">
          <media-metadata name="credit" value="Photo.."/>
          <media-reference mime-type="image/jpeg" source="lock..4.jpg" alternate-text="a lock"/>
          <media-caption><p>Keepers at the <location>Dunmere</location> lock.</p></media-caption>
          <media-producer>Tom Ely..</media-producer>
        </media>
        <ul><li>Dunmere</li><li>Old Sal</li></ul>
        <table><tr><th>Lock</th><td>Metres</td></tr></table>
        <bq><block><p>“We are not for sale.”</p></block><credit>Ines Okafor</credit></bq>
        <pre>x  y..</pre>
      </block>
    </body.content>
    <body.end><tagline>Reporting by Tom Ely.</tagline></body.end>
  </body>
</nitf>
""",
        [
            [
                ("headline", "hl1", "Lock keepers vote to stay"),
                ("headline", "hl2", "Canal trust will not sell the six cottages"),
                ("paragraph", "p", "Embargoed until noon."),
                ("byline", "byline", "By Ines Okafor"),
                ("byline", "byttl", "Canal correspondent"),
                ("dateline", "dateline", "WEXMOOR, March 2"),
                ("paragraph", "p", "The keepers stay."),
                (
                    "paragraph",
                    "p",
                    "The Canal Trust will keep its six cottages, on Monday it said.",
                ),
                ("paragraph", "p", "Each has a lock"),
                ("paragraph", "p", "Built in 1811."),
                ("paragraph", "p", "of its own."),
                ("caption", "p", "Keepers at the Dunmere lock."),
                ("paragraph", "li", "Dunmere"),
                ("paragraph", "li", "Old Sal"),
                ("paragraph", "th", "Lock"),
                ("paragraph", "td", "Metres"),
                ("paragraph", "p", "“We are not for sale.”"),
                ("paragraph", "credit", "Ines Okafor"),
                ("paragraph", "tagline", "Reporting by Tom Ely."),
            ]
        ],
    ),
    "newsml-g2": Sent(
        """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:wexmoor.example,2026:lock" version="3"
    standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="en">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>
  <rightsInfo><copyrightNotice>All rights.. reserved</copyrightNotice></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/><provider literal="Wexmoor Wire"/>
    <title>WW-LOCKS the the title</title>
    <edNote>Check the the name.</edNote>
  </itemMeta>
  <contentMeta>
    <urgency>5</urgency>
    <creator qcode="ww:io"><name>Ines Okafor</name></creator>
    <by>By Ines Okafor</by>
    <dateline>WEXMOOR, March 2</dateline>
    <subject qcode="medtop:20000209"><name xml:lang="en">canals and and locks</name></subject>
    <slugline>Locks-Keepers</slugline>
    <headline>Lock keepers vote to stay</headline>
    <description role="drol:summary">The trust keeps its cottages.</description>
    <description role="drol:caption">Keepers at the Dunmere lock.</description>
  </contentMeta>
  <contentSet>
    <inlineXML contenttype="application/nitf+xml">
      <nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
        <body.head><hedline><hl1>Keepers stay</hl1></hedline>
        </body.head><body.content><p>The trust met at <num>noon</num>.</p></body.content></body></nitf>
    </inlineXML>
  </contentSet>
</newsItem>
""",
        [
            [
                ("byline", "by", "By Ines Okafor"),
                ("dateline", "dateline", "WEXMOOR, March 2"),
                ("headline", "headline", "Lock keepers vote to stay"),
                ("paragraph", "description", "The trust keeps its cottages."),
                ("caption", "description", "Keepers at the Dunmere lock."),
                ("headline", "hl1", "Keepers stay"),
                ("paragraph", "p", "The trust met at noon."),
            ]
        ],
    ),
    "newsml-g2 message": Sent(
        """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
  <header><sent>2026-03-02T12:00:00Z</sent><sender>wexmoor.. wire</sender></header>
  <itemSet>
    <packageItem guid="urn:newsml:wexmoor.example:p" version="1">
      <itemMeta><itemClass qcode="ninat:composite"/></itemMeta>
      <contentMeta><headline>Canals on Monday</headline></contentMeta>
      <groupSet root="g"><group id="g" role="group:main">
        <itemRef residref="urn:newsml:wexmoor.example:1"><title>Lock keepers stay</title></itemRef>
      </group></groupSet>
    </packageItem>
    <newsItem guid="urn:newsml:wexmoor.example:1" version="1">
      <contentMeta><headline>Lock keepers stay</headline></contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml">
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Lock keepers stay</title></head>
        <body><p>The trust <strong>met</strong> at noon.</p><script>the the x()</script></body></html>
      </inlineXML></contentSet>
    </newsItem>
    <newsItem guid="urn:newsml:wexmoor.example:2" version="1">
      <contentMeta><headline>Towpath reopens</headline></contentMeta>
      <contentSet>
        <inlineData contenttype="text/plain">The towpath is dry.
It reopens &amp; stays open.</inlineData>
        <inlineData
          contenttype="text/html">&lt;p&gt;The towpath is &lt;b&gt;dry&lt;/b&gt;.&lt;/p&gt;</inlineData>
        <inlineData contenttype="image/jpeg" encoding="base64">aGUgdGhlIHRoZQ==</inlineData>
        <remoteContent href="https://wexmoor.example/path.jpg"/>
      </contentSet>
    </newsItem>
  </itemSet>
</newsMessage>
""",
        [
            [
                ("headline", "headline", "Canals on Monday"),
                ("headline", "title", "Lock keepers stay"),
            ],
            [
                ("headline", "headline", "Lock keepers stay"),
                ("headline", "title", "Lock keepers stay"),
                ("paragraph", "p", "The trust met at noon."),
            ],
            [
                ("headline", "headline", "Towpath reopens"),
                ("paragraph", "inlineData", "The towpath is dry."),
                ("paragraph", "inlineData", "It reopens & stays open."),
                ("paragraph", "inlineData", "The towpath is dry."),
            ],
        ],
    ),
    "newsml 1": Sent(
        """<?xml version="1.0"?>
<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd" [<!ENTITY % x SYSTEM "x.dtd">]>
<NewsML Version="1.2">
  <Catalog Href="https://wexmoor.example/catalog.xml"/>
  <NewsEnvelope><DateAndTime>20260302T120000Z</DateAndTime>
    <NewsService FormalName="the the service"/></NewsEnvelope>
  <NewsItem>
    <Identification><NameLabel>LOCKS the the label</NameLabel></Identification>
    <NewsManagement><Instruction>Hold hold it.</Instruction></NewsManagement>
    <NewsComponent>
      <NewsLines>
        <HeadLine>Lock keepers stay</HeadLine><SubHeadLine>Six cottages</SubHeadLine>
        <ByLine>By Ines Okafor</ByLine><DateLine>WEXMOOR, March 2</DateLine>
        <CopyrightLine>(c) Wexmoor Wire..</CopyrightLine>
      </NewsLines>
      <ContentItem><MediaType FormalName="Text"/><DataContent>
        <nitf><body><body.content><p>The trust met.</p></body.content></body></nitf>
      </DataContent></ContentItem>
    </NewsComponent>
  </NewsItem>
  <NewsItem>
    <NewsComponent><NewsLines><HeadLine>Towpath reopens</HeadLine></NewsLines>
      <ContentItem><DataContent>It is dry.

It was wet.</DataContent></ContentItem></NewsComponent>
  </NewsItem>
</NewsML>
""",
        [
            [
                ("headline", "HeadLine", "Lock keepers stay"),
                ("headline", "SubHeadLine", "Six cottages"),
                ("byline", "ByLine", "By Ines Okafor"),
                ("dateline", "DateLine", "WEXMOOR, March 2"),
                ("paragraph", "p", "The trust met."),
            ],
            [
                ("headline", "HeadLine", "Towpath reopens"),
                ("paragraph", "DataContent", "It is dry."),
                ("paragraph", "DataContent", "It was wet."),
            ],
        ],
    ),
    "rss": Sent(
        """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
  <title>Wexmoor Echo..</title><link>https://wexmoor.example</link>
  <description>News of the the canals.</description>
  <item>
    <title>Lock keepers &#8216;stay&#8217;</title>
    <link>https://wexmoor.example/1</link><guid isPermaLink="false">the the 1</guid>
    <dc:creator><![CDATA[Ines Okafor]]></dc:creator>
    <category><![CDATA[canals and and locks]]></category>
    <pubDate>Mon, 02 Mar 2026 12:00:00 +0000</pubDate>
    <description><![CDATA[<p>The trust &amp; its keepers.</p>]]></description>
    <content:encoded><![CDATA[<p>The trust <em>met</em> at noon.</p>
<!-- wp:image -->
<figure><img src="a.jpg" alt="A lock at dusk"/><figcaption>The Dunmere lock.</figcaption></figure>
<p>It rained.</p>]]></content:encoded>
    <media:content url="a.jpg">
      <media:description type="plain">Keepers at work.</media:description></media:content>
  </item>
  <item>
    <title><![CDATA[Towpath <i>reopens</i>]]></title>
    <description>&lt;p&gt;It is &lt;b&gt;dry&lt;/b&gt;.&lt;/p&gt;</description>
  </item>
</channel>
</rss>
""",
        [
            [
                ("headline", "title", "Lock keepers ‘stay’"),
                ("byline", "dc:creator", "Ines Okafor"),
                ("paragraph", "description", "The trust & its keepers."),
                ("paragraph", "content:encoded", "The trust met at noon."),
                ("caption", "content:encoded", "A lock at dusk"),
                ("caption", "content:encoded", "The Dunmere lock."),
                ("paragraph", "content:encoded", "It rained."),
                ("caption", "media:description", "Keepers at work."),
            ],
            [
                ("headline", "title", "Towpath reopens"),
                ("paragraph", "description", "It is dry."),
            ],
        ],
    ),
    "atom": Sent(
        """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Wexmoor Echo..</title><id>urn:uuid:60a76c80</id><updated>2026-03-02T12:00:00Z</updated>
  <author><name>The Echo..</name></author>
  <entry>
    <title type="html">Lock keepers &lt;em&gt;stay&lt;/em&gt;</title>
    <id>urn:uuid:1</id><link href="https://wexmoor.example/1" title="the the link"/>
    <author><name>Ines Okafor</name><uri>https://wexmoor.example/io</uri></author>
    <category term="the the term"/>
    <summary>The trust keeps its cottages.</summary>
    <content type="xhtml" xml:lang="en"><div xmlns="http://www.w3.org/1999/xhtml">
      <p>The trust <b>met</b> at noon.</p><pre>x  ..</pre><p>It
      rained.</p></div></content>
  </entry>
  <entry>
    <title>Towpath reopens</title>
    <content type="html">&lt;p&gt;It is dry &amp;amp; open.&lt;/p&gt;&lt;p&gt;At last.&lt;/p&gt;</content>
  </entry>
  <entry><title type="text">Map</title><content type="image/png">aaaa bbbb</content></entry>
</feed>
""",
        [
            [
                ("headline", "title", "Lock keepers stay"),
                ("byline", "name", "Ines Okafor"),
                ("paragraph", "summary", "The trust keeps its cottages."),
                ("paragraph", "p", "The trust met at noon."),
                ("paragraph", "p", "It rained."),
            ],
            [
                ("headline", "title", "Towpath reopens"),
                ("paragraph", "content", "It is dry & open."),
                ("paragraph", "content", "At last."),
            ],
            [("headline", "title", "Map")],
        ],
    ),
    "xhtml": Sent(
        """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">
<head><title>Lock keepers stay</title><style type="text/css">p { the the }</style></head>
<body>
  <h1>Lock keepers&nbsp;stay</h1>
  <p>The trust<br/>met at <code>noon..</code>.<br/><br/>It rained &mdash; hard.</p>
  <script type="text/javascript"><![CDATA[ the the ]]></script>
  <ul><li>Dunmere</li></ul><hr/>
  <table><caption>Locks</caption><tbody><tr><td>Old <!-- the --> Sal</td></tr></tbody></table>
</body>
</html>
""",
        [
            [
                ("headline", "title", "Lock keepers stay"),
                ("headline", "h1", "Lock keepers\xa0stay"),
                ("paragraph", "p", "The trust met at \ufffc."),
                ("paragraph", "p", "It rained — hard."),
                ("paragraph", "li", "Dunmere"),
                ("caption", "caption", "Locks"),
                ("paragraph", "td", "Old Sal"),
            ]
        ],
    ),
    "export": Sent(
        """<?xml version="1.0"?>
<export xmlns:cms="https://wexmoor.example/cms" issue="the the issue">
  <stories>
    <Story id="1"><slug>the the slug</slug><Headline>Lock keepers stay</Headline><Byline>Ines Okafor</Byline>
      <cms:lead>The trust keeps its cottages.</cms:lead>
      <body>The trust met
at noon.

It rained.</body>
      <cutline>The Dunmere lock.</cutline></Story>
    <Story id="2"><Headline>Towpath reopens</Headline>
      <body><![CDATA[<p>It is <b>dry</b>.</p><p>It was wet.</p>]]></body></Story>
    <Story id="3"><Headline>Map</Headline>
      <body><para>It has <i>the</i> map.</para><subheading>Key</subheading></body>
    </Story>
  </stories>
</export>
""",
        [
            [
                ("headline", "Headline", "Lock keepers stay"),
                ("byline", "Byline", "Ines Okafor"),
                ("paragraph", "cms:lead", "The trust keeps its cottages."),
                ("paragraph", "body", "The trust met at noon."),
                ("paragraph", "body", "It rained."),
                ("caption", "cutline", "The Dunmere lock."),
            ],
            [
                ("headline", "Headline", "Towpath reopens"),
                ("paragraph", "body", "It is dry."),
                ("paragraph", "body", "It was wet."),
            ],
            [
                ("headline", "Headline", "Map"),
                ("paragraph", "para", "It has the map."),
                ("headline", "subheading", "Key"),
            ],
        ],
    ),
}
