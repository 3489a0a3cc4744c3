"""Texts that mean harm: each tries to run something, to break out of where it stands, or to fetch.

`HACK` is what runs where one succeeds; the tests watch for it, and for any request to `elsewhere`.
"""

from __future__ import annotations

HACK = "hacked()"
AWAY = "https://elsewhere.example/x"

MARKUP = (
    f"<script>{HACK}</script>",
    f"<ScRiPt src={AWAY}.js></sCrIpT>",
    f"</title><script>{HACK}</script>",
    f"</style></textarea></noscript><script>{HACK}</script>",
    f"--><script>{HACK}</script><!--",
    f"<!--<img src='--><img src=x onerror={HACK}>'",
    f"]]><script>{HACK}</script><![CDATA[",
    f"<img src=x onerror={HACK}>",
    f"<img src={AWAY}.png>",
    f'"><img src=x onerror="{HACK}">',
    f"'><img src=x onerror='{HACK}'>",
    f"`><img src=x onerror={HACK}>",
    f"<img/src/onerror={HACK}>",
    f'<IMG """><SCRIPT>{HACK}</SCRIPT>">',
    f"<svg onload={HACK}>",
    f"<svg><script>{HACK}</script></svg>",
    f"<svg><script href=data:text/javascript,{HACK} /></svg>",
    f"<svg><animate onbegin={HACK} attributeName=x dur=1s></svg>",
    f"<svg><a xlink:href=javascript:{HACK}><text y=20>look</text></a></svg>",
    "<svg><foreignObject><iframe srcdoc='<script>parent.hacked()</script>'></foreignObject></svg>",
    f'<svg></p><style><a id="</style><img src=x onerror={HACK}>">',
    f"<math href=javascript:{HACK}>look</math>",
    (
        f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x "
        f"onerror={HACK}&gt;'>"
    ),
    f"<math><annotation-xml encoding=text/html><img src=x onerror={HACK}>",
    f"<iframe src=javascript:parent.{HACK}></iframe>",
    f"<iframe srcdoc='<script>parent.{HACK}</script>'>",
    f"<object data={AWAY}></object><embed src={AWAY}>",
    f"<form action={AWAY}><button formaction=javascript:{HACK}>look</form>",
    f"<input autofocus onfocus={HACK}>",
    f"<details open ontoggle={HACK}>",
    f"<marquee onstart={HACK}>",
    f"<video><source onerror={HACK}></video>",
    f"<body onload={HACK}>",
    f"<link rel=stylesheet href={AWAY}.css>",
    f"<meta http-equiv=refresh content='0;url={AWAY}'>",
    f"<base href={AWAY}/>",
    f"<style>@import '{AWAY}.css'; body{{display:none}}</style>",
    f'<div style="background:url({AWAY})">',
    f"<template><script>{HACK}</script></template>",
    f'<noscript><p title="</noscript><img src=x onerror={HACK}>">',
    f'<xmp><p title="</xmp><img src=x onerror={HACK}>">',
)
ATTRIBUTES = (
    f'" onmouseover="{HACK}" x="',
    f"' onfocus='{HACK}' autofocus x='",
    f'" autofocus tabindex=0 onfocus={HACK} x="',
    f'" style="background:url({AWAY})" x="',
    f"x onclick={HACK} y",
    "red;} body{display:none} x{",
    f"\\22 ;}}@import url({AWAY}.css);",
    f"');{HACK};('",
    f'";{HACK};//',
    f'\\";{HACK};//',
    f"</script><script>{HACK}</script>",
    f"\u2028{HACK}\u2029{HACK}\n{HACK}",
)
TEMPLATES = (
    "{{ 7*7 }}{{ public.__class__ }}{% raw %}",
    "{{constructor.constructor('hacked()')()}}",
    "${hacked()}`${hacked()}`",
    "#{7*7}<%= 7*7 %>[[${7*7}]]",
    "{0.__class__}{headline!r}{count}%(title)s%s",
    "__proto__",
    "constructor",
)
POLYGLOTS = (
    (
        "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */oNcliCk=hacked() )//%0D%0A%0d%0a//</stYle/</titLe/"
        "</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=hacked()//>\\x3e"
    ),
    "'\"><svg/onload=hacked()>{{7*7}}`-hacked()-`]]>--></script><!--",
    f'<a href="javascript&colon;{HACK}">&lt;img src=x onerror={HACK}&gt;&#60;script&#62;',
    f"[look](javascript:{HACK}) <javascript:{HACK}> ![look]({AWAY}.png) [a]: javascript:{HACK}",
    f"[look](  JaVaScRiPt&#58;{HACK}) [x](data:text/html;base64,PHNjcmlwdD4=) [y](\tvbscript:x)",
    f"[look](https://ok.example/\"onmouseover=\"{HACK}) <https://ok.example/'onclick='{HACK}>",
    f"%3Cscript%3E{HACK}%3C/script%3E \\u003cscript\\u003e{HACK} +ADw-script+AD4-{HACK}",
)
TEXTS = MARKUP + ATTRIBUTES + TEMPLATES + POLYGLOTS
"""Every text; each is put into every field that a reader may see."""

ADDRESSES = (
    f"javascript:{HACK}",
    f"JaVa\tScRiPt:{HACK}",
    f" javascript:{HACK}",
    f"\u0001javascript:{HACK}",
    f"java\nscript:{HACK}",
    f"javascript&colon;{HACK}",
    f"data:text/html,<script>{HACK}</script>",
    "vbscript:msgbox(1)",
    f'//elsewhere.example/"onclick="{HACK}',
    "file:///etc/passwd",
    "blob:https://elsewhere.example/x",
)
"""What no link may lead to."""
CLEVER = (
    f'https://ok.example/"onmouseover="{HACK}',
    f"https://ok.example/'><script>{HACK}</script>",
    "https://ok.example/?a=1&lt;b&amp;c=\u2028d",
    "https://ok.example/#<img src=x onerror=hacked()>",
)
"""Addresses of the web that try to leave their attribute."""
