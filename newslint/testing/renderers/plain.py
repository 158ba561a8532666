"""Articles as plain text."""

from newslint.testing.renderers.form import Form

FORMS = (
    Form("plain", lambda article: article),
    Form("crlf", lambda article: article.replace("\n", "\r\n")),
    Form("bom", lambda article: article, bom=b"\xef\xbb\xbf"),
    Form("astral", lambda article: "🗞 The 𝒆vening edition 🗞\n\n" + article, has_headline=True),
)
