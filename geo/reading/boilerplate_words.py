# ruff: noqa: E501  (one pattern a line)
"""What the furniture of news pages says: menu words, buttons and the beginnings of credits, for `find_boilerplate`."""

from __future__ import annotations

import re

MENU_ITEMS: frozenset[str] = frozenset(
    item.strip()
    for item in """
    home, homepage, front page, news, world, world news, latest, latest news, breaking news, top stories, top news,
    editor's picks, editors' picks, editors picks, most read, most popular, most viewed, trending, featured, headlines,
    africa, asia, europe, americas, the americas, latin america, north america, middle east, mideast, asia pacific,
    asia-pacific, south asia, central asia, muslim world, arab world, oceania, australia, uk, us, u.s., usa, china,
    india, russia, ukraine, israel, gaza, international, national, local, global, regions, region, country,
    politics, business, economy, economics, finance, markets, money, technology, tech, science, health, environment,
    climate, weather, sport, sports, football, culture, arts, entertainment, lifestyle, life, style, travel, food,
    fashion, books, film, music, tv, radio, media, education, religion, society, opinion, opinions, editorial,
    editorials, comment, commentary, columns, columnists, analysis, features, feature, in depth, in-depth, explainers,
    explainer, fact check, investigations, interviews, interview, long reads, special reports, magazine, blogs, blog,
    letters, obituaries, cartoons, crosswords, games, puzzles, live, live tv, live blog, watch live, watch, listen,
    video, videos, photos, photo galleries, gallery, galleries, pictures, in pictures, multimedia, podcasts, podcast,
    newsletters, newsletter, e-paper, epaper, archive, archives, jobs, careers, classifieds, shop, store, subscribe,
    subscribe now, subscriptions, sign in, sign up, log in, login, logout, log out, register, my account, account,
    profile, search, menu, more, more news, all news, all sections, sections, topics, tags, contact, contact us, about,
    about us, advertise, advertise with us, help, faq, rss, support us, donate, follow us, facebook, twitter, x,
    instagram, youtube, telegram, whatsapp, linkedin, tiktok, conflict, conflicts, defence, defense, security, war,
    military, human rights, humanitarian, migration, skip to content, skip to main content, skip to navigation, close,
    english, en, ar, fr, es, ru, français, español, العربية, русский, privacy policy, privacy, terms, terms of use,
    terms of service, terms and conditions, cookie policy, cookies, accessibility, sitemap, site map
    """.replace("\n", " ").split(",")
)
"""Names of sections, pages and buttons that menus are made of; lower case, straight apostrophes."""

WHOLE_LINES: frozenset[str] = frozenset(
    line.strip()
    for line in """
    advertisement; advertisements; advertising; ad; ads; sponsored; sponsored content; promoted content; paid content;
    share; share this; share this article; share this story; share article; share via; share on social media; tweet;
    pin; email; e-mail; print; print this; print this page; copy link; link copied; save; save article; bookmark; like;
    facebook; twitter; whatsapp; telegram; linkedin; reddit; messenger; viber; pinterest; x; threads; bluesky; flipboard;
    comment; comments; leave a comment; post a comment; add a comment; view comments; join the conversation; reply;
    read more; read the full story; read full article; continue reading; keep reading; story continues; click here;
    story continues below advertisement; article continues below; skip advertisement; show more; see more; load more;
    view more; more; more on this story; more on this; more from this section; related; related stories;
    related articles; related topics; related content; related news; related coverage; related posts; recommended;
    recommended stories; recommended for you; you may also like; you might also like; also read; read also; see also;
    read next; up next; next story; previous story; next article; previous article; most read; most popular; trending;
    trending now; latest; latest news; top stories; editor's picks; editors' picks; more stories; more news;
    sign up; sign in; log in; subscribe; subscribe now; newsletter; newsletters; follow us; get the app; download app;
    listen; listen to this article; listen to article; play; play video; watch; watch now; watch live; video; photos;
    gallery; image; caption; file photo; image caption; image source; end of list; back to top; go to top; top; close;
    menu; search; home; skip to content; skip to main content; accept; accept all; reject all; manage preferences;
    cookie settings; cookie policy; privacy policy; terms of use; contact us; about us; all rights reserved;
    text size; font size; a a a; topics; tags; filed under; our standards; purchase licensing rights; breaking news;
    about the author; about the authors; author; live; exclusive; explainer
    """.replace("\n", " ").split(";")
)
"""Lines that say nothing else; lower case, without punctuation at the ends."""

LINK_LIST_STARTS: frozenset[str] = frozenset(
    line.strip()
    for line in """
    related; related stories; related articles; related topics; related content; related news; related coverage;
    related posts; recommended; recommended stories; recommended for you; you may also like; you might also like;
    also read; read also; see also; read next; up next; most read; most popular; trending; trending now; top stories;
    latest news; latest; editor's picks; editors' picks; more stories; more news; more on this story; more on this;
    more from this section; keep reading; read more; tags; topics; filed under
    """.replace("\n", " ").split(";")
)
"""Lines after which short lines without a full stop are links."""

BEGINNINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("share button", r"(?:share|tweet|post|send|pin)(?: this| it)?(?: article| story| page)? (?:on|to|via|with|by) (?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|reddit|social media|messenger|viber|friends)\b.{0,60}$"),
        ("share button", r"(?:click|tap) (?:here|to) (?:to )?(?:share|print|e-?mail|tweet|subscribe|read|watch|listen|join|sign)\b"),
        ("link to another story", r"(?:\W{0,3})(?:read more|read also|also read|more on this|more from|see also|related|related story|related stories|watch|listen|in pictures|explainer|recommended|don't miss|must read|read next|go deeper) ?(?::|\||>|»|–|—|- )\s*\S"),
        ("link to another story", r"(?:click|tap) here (?:for|to)\b"),
        ("newsletter", r"(?:sign up|subscribe|register|join us)\b.{0,60}\b(?:newsletters?|alerts?|briefings?|channel|updates?|free|inbox|e-?mails?|account)\b.{0,100}$"),
        ("newsletter", r"(?:get|receive) (?:the|our|all)\b.{0,60}\b(?:newsletters?|inbox|alerts|app)\b.{0,60}$"),
        ("follow us", r"(?:follow|like|find|join) (?:us|[A-Z@][\w ]{1,30}) (?:on|via) (?:facebook|twitter|x|telegram|whatsapp|instagram|youtube|social media|google news)\b.{0,80}$"),
        ("app", r"(?:download|get|install) (?:our|the)\b.{0,30}\bapp\b.{0,80}$"),
        ("copyright", r"(?:\W{0,3})(?:copyright|©|\(c\)|&copy;)\W{0,3}(?:©|\(c\)|\d{4}|by\b|the\b)?.{0,30}\d{4}\b"),
        ("copyright", r"(?:\W{0,3})©"),
        ("copyright", r".{0,160}\ball rights reserved\b\W*.{0,80}$"),
        ("copyright", r"(?:this material|no part of this|this article|the material).{0,40}\bmay not be (?:published|reproduced|copied|republished|broadcast)"),
        ("cookie notice", r"(?:we|our partners|this (?:web)?site|our (?:web)?site|by (?:continuing|using|clicking))\b.{0,70}\bcookies\b"),
        ("caption", r"(?:\W{0,2})(?:file|undated|handout|archive|aerial|satellite|representational|representative) (?:photo|image|picture|pic)s?\b ?[:.\-–—]"),
        ("caption", r"(?:\W{0,2})(?:photo|photos|photograph|photograph by|image|image credit|photo credit|photo by|photos by|picture|pictures|credit|credits|image caption|image source|caption|video|graphic|map|illustration) ?[:|]\s*\S"),
        ("agency sign-off", r"\(?(?:additional |further )?(?:reporting|writing|editing|compiled|edited|written|with reporting|additional reporting|translated) by\b.{2,250}$"),
        ("agency sign-off", r"(?:with (?:inputs|input|files|reporting|additional reporting|information)) from\b.{2,120}$"),
        ("agency sign-off", r"our standards\b ?:"),
        ("agency sign-off", r"source ?: .{1,60}$"),
        ("reading time", r"\d{1,3}[ -]min(?:ute)?s?[ -]?(?:read|listen)\b.{0,40}$"),
        ("link list", r"(?:list|item) (?:of )?\d+(?: of \d+)?(?: items?)?$"),
        ("pages", r"page \d{1,4}(?: (?:of|/) \d{1,4})?$"),
        ("tags", r"(?:tags?|topics?|filed under|keywords|categories|category|more about) ?: [^.!?]{1,200}$"),
    )
)  # fmt: skip
"""How lines of furniture begin, with the name of the rule; matched at the line's start."""

CREDIT_AT_END = "credit at the end"
"""The rule whose patterns end where the line ends."""

INLINE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("credit in brackets", r"[(\[](?:file |handout |ap |afp |undated )?(?:photo|photos|photograph|image|images|picture|pictures|credit|video|graphic|map)\b ?(?::|/|by\b|courtesy\b)[^()\[\]\n]{0,100}[)\]]"),
        ("credit in brackets", r"[(\[](?:file|file photo|file image|archive photo|handout photo)[)\]]"),
        ("credit in brackets", r"[(\[][^()\[\]\n]{0,60}(?:/ ?(?:reuters|afp|ap|ap photo|epa|epa-efe|getty|getty images|anadolu|shutterstock|tass)|(?:reuters|afp|ap|epa|getty) ?/|getty images|via (?:reuters|ap|afp|getty))[^()\[\]\n]{0,60}[)\]]"),
        (CREDIT_AT_END, r"(?:(?<=[.!?”\"’)] )|(?<=^))(?:photo|image|picture|credit|photograph)s? ?(?:by|:|/|courtesy of) ?[^.\n]{2,60}$"),
        (CREDIT_AT_END, r"(?:(?<=[.!?”\"’)] )|(?<=^))(?:[^.\n]{0,50}(?:/|via |, |- |– |— ))?(?:getty images|reuters|afp|ap photo|epa-efe|epa|shutterstock|anadolu agency)(?:/[^.\n ][^.\n]{0,40}| via [^.\n]{2,30})$"),
        (CREDIT_AT_END, r"(?:(?<=[.!?”\"’)] ))(?:[^.\n]{0,50}(?:/|via ))?(?:getty images|reuters|afp|ap)$"),
        (CREDIT_AT_END, r"^(?:[^.\n]{2,50}(?:/| via ))(?:getty images|reuters|afp|ap|epa|ap photo|anadolu agency|shutterstock|handout)$"),
        (CREDIT_AT_END, r"^(?:getty images|ap photo|reuters/[^.\n]{2,40}|afp/[^.\n]{2,40}|epa-efe|shutterstock)$"),
        (CREDIT_AT_END, r"(?<=[.!?”\"’)] )\[[^\[\]\n]{2,60}\]$"),
    )
)  # fmt: skip
"""Credits within a line; only the credit itself is furniture."""
