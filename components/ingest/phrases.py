"""What the rows around an article look like, in text copied from a web page.

Each rule names a kind of row by its shape or its stock phrase, never by a site's own words. *Where* a rule
may cut is part of it: a phrase that an article could itself use counts only at the edges.
"""

from __future__ import annotations

import re
from typing import Literal

# anywhere: nothing an article says looks so. edge: before the article's first sentences or after its last.
# late: in its second half. before: above its first substantial line. tail: after its last sentence.
Where = Literal["anywhere", "edge", "late", "before", "tail"]

NETWORK = (
    "facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|tiktok|youtube|threads|bluesky|"
    "mastodon|messenger|tumblr|flipboard|snapchat|email|mail|sms|rss|medium|vk|line|pocket|threema|xing"
)
SHARE_WORDS = frozenset(NETWORK.split("|"))
ACTIONS = frozenset(
    "share tweet retweet pin email print copy link save reply report like follow quote permalink upvote downvote "
    "flag bookmark embed comment comments gift listen url".split()
)
SECTIONS = (
    "news|home|homepage|world|politics|business|technology|tech|science|health|sports?|opinions?|culture|"
    "entertainment|lifestyle|travel|videos?|photos|local|national|international|us|uk|europe|africa|asia|americas|"
    "middle east|australia|india|economy|markets|finance|analysis|features?|blog|blogs|press releases?|"
    "breaking(?: news)?|exclusive|latest(?: news)?|education|environment|climate|arts?|books|music|films?|movies|tv|"
    "food|recipes|style|fashion|weather|crime|investigations|editorials?|columns?|columnists|reviews?|ai|gaming|"
    "cars|property|real estate|money|jobs|live|podcasts?|newsletters?|magazine|obituaries|events|community|"
    "insights?|resources|explainers?|interviews?|letters|research|general|uncategorized|startups?|security"
)
PAGES = (
    "about(?: us)?|contact(?: us)?|search|menu|log ?in|sign in|sign up|register|subscribe|advertise(?: with us)?|"
    "careers|shop|store|help|faqs?|archives?|site ?map|privacy(?: policy| notice)?|terms(?: of (?:use|service))?|"
    "terms (?:and )?conditions|cookies?(?: policy| settings| preferences)?|accessibility|rss|my account|account|"
    "e ?paper|donate|support us|corrections|editorial (?:policy|standards)|feedback|our team|more|close|manage "
    "(?:cookies|preferences)|do not sell my (?:personal )?(?:information|info)|ad choices|next|previous"
)

# (reason, where, pattern of the whole row once casefolded and reduced to words)
PHRASES: tuple[tuple[str, Where, str], ...] = (
    (
        "share row",
        "anywhere",
        r"share(?: this)?(?: (?:article|story|post|page|news|link|video|recipe))?(?: (?:with|on|via|to))?"
        rf"(?: (?:friends|your friends|others))?(?: (?:{NETWORK}))*"
        r"|sharing options|share (?:options|full article|via)|email (?:this|to a friend)(?: article| page| post)?"
        r"|print(?: this)? (?:page|article|story|recipe)|(?:pin|save|jump to|rate)(?: this)? recipe|pin it"
        r"|copy (?:link|url)|link copied|like this|(?:like|share) loading"
        rf"|(?:follow|like|find|join|connect with) (?:us|me|\w+(?: \w+){{0,2}}) on (?:{NETWORK}|social media)"
        r"(?: \w+){0,8}|(?:follow|connect with) us|click to share on \w+(?: opens in new window)?(?: \w+)?",
    ),
    ("share row", "edge", rf"(?!e?mail$)(?:{NETWORK})|tweet|print|follow|save|bookmark|comments?|shares?|\d+ shares?"),
    (
        "comment form",
        "anywhere",
        r"(?:leave|write|post|add|submit) (?:a|your) (?:reply|comment|response)(?: cancel reply)?|cancel reply"
        r"|your email address will not be (?:published|made public|shared)(?: required fields are marked)?"
        r"|required fields are marked|(?:fields marked|marked fields) .{0,30}(?:required|mandatory)"
        r"|save my name email .{0,80}|notify me of .{0,60}(?:posts|comments|replies).{0,20}"
        r"|be the first to (?:leave a )?(?:comment|reply|review).{0,30}|(?:post|submit) comment"
        r"|(?:you must|you need to|please)? ?(?:be )?(?:logged|log|sign|signed) in (?:or \w+(?: \w+)? )?to "
        r"(?:post a |leave a |add a )?(?:comment|reply)"
        r"|comments (?:are|have been) (?:closed|off|disabled|turned off).{0,40}|no comments(?: yet)?"
        r"|(?:view|show|hide|read|load)(?: all| more)?(?: \d+)? comments",
    ),
    (
        "comment form",
        "edge",
        r"\d+ (?:comments?|replies|responses?|thoughts?)(?: (?:to|on) .{1,150})?|comments?(?: \d+| section)?"
        r"|(?:your )?(?:name|e ?mail|email address|website|comment|message)(?: required| optional)?|submit|reply|send"
        r"|join the (?:conversation|discussion)|have your say|what do you think",
    ),
    (
        "plug-in notice",
        "anywhere",
        r"this site (?:uses akismet|is protected by recaptcha).{0,200}|learn how your comment data is processed"
        r"|please enable javascript.{0,100}|your browser (?:does not|doesn't|is not).{0,120}"
        r"|(?:you need to enable )?javascript (?:is|must be) (?:disabled|enabled|required|not).{0,100}"
        r"|proudly powered by .{1,60}|.{0,60}powered by \w+(?: \w+)? (?:com|org|net|io|co)"
        r"|powered by (?:wordpress|blogger|disqus|ghost|jetpack|drupal|shopify|squarespace|wix|outbrain|taboola)"
        r"|loading comments|video unavailable|an error occurred(?: please)? try again.{0,40}"
        r"|theme (?:by|design) .{1,40}",
    ),
    (
        "subscription box",
        "anywhere",
        r"(?:sign up|subscribe|register|join|get|click here to (?:subscribe|sign up))(?: \w+){0,8} (?:our|my)"
        r"(?: \w+){0,4} (?:newsletters?|mailing list|email list|newsletter list)(?: \w+){0,12}"
        r"|(?:sign up|subscribe)(?: (?:for|to))?(?: \w+){0,4} newsletters?|subscribe now to keep reading.{0,80}"
        r"|(?:type|enter) your e ?mail(?: address)?.{0,40}|discover more from .{1,120}"
        r"|(?:get|receive|have|sign up|subscribe)(?: [\w']+){1,14} (?:in|to) your inbox(?: \w+){0,8}"
        r"|join (?:the )?[\d ]+(?:k )?(?:other )?(?:subscribers|followers|readers)(?: \w+){0,4}"
        r"|already (?:a|have an?) (?:subscriber|member|account|subscription)(?: (?:log|sign) in)?"
        r"|thank(?:s| you) for (?:subscribing|signing up).{0,60}|you can unsubscribe .{0,60}"
        r"|this (?:article|content|story|post) is (?:for|available to|reserved for) .{0,20}subscribers(?: only)?"
        r"|by (?:signing up|subscribing|submitting|entering your|clicking) .{0,80}(?:agree|terms|privacy).{0,200}"
        r"|(?:never|don't) miss (?:a|an|another) (?:story|post|update|thing|beat|article)(?: again)?(?: \w+){0,8}"
        r"|(?:newsletter|email) sign ?up|get (?:the|our)(?: \w+){0,3} newsletter(?: \w+){0,8}",
    ),
    ("subscription box", "edge", r"subscribe(?: (?:now|today|here|for free|for more))?|newsletters?|sign up(?: now)?"),
    (
        "related links",
        "anywhere",
        r"(?:related|similar|recommended|suggested) (?:stories|story|articles?|posts?|news|content|topics?|reading|"
        r"links|coverage|videos?|items|pages|recipes)(?: from .{1,40})?"
        r"|(?:we think )?you(?:'ll)? (?:may|might|will|could)?(?: also)? ?(?:like|love|enjoy|be interested in)"
        r"(?: (?:these|to read))?(?: \w+)?"
        r"|more (?:from|on|in) (?:this|our) (?:author|topic|story|section|series|site|category|blog)"
        r"|more (?:posts|articles|stories) (?:by|from|in|like this|on) ?.{0,40}|more like this"
        r"|read (?:more|next|also|this next)|also read|keep reading|what to read next|most (?:read|viewed|shared)"
        r"|recommended (?:for you|by \w+)|(?:around|from) the web"
        r"|(?:sponsored|promoted) (?:content|stories|links|posts?)"
        r"|paid content|(?:next|previous|older|newer) (?:post|article|story|posts|articles)|up next",
    ),
    (
        "related links",
        "edge",
        r"(?:latest|recent|more|other|top|popular|featured|trending)(?: \w+)? (?:news|stories|posts|articles|headlines|"
        r"comments|videos)|trending(?: now| topics)?|recommended|related|see also|continue reading|editors?'?s? picks?"
        r"|most popular|popular|(?:more|latest) (?:from|in|on) .{1,30}|don't miss|read (?:the )?(?:full )?"
        r"(?:story|article)|popular (?:now|topics|tags)",
    ),
    (
        "cookie notice",
        "anywhere",
        r"(?:we|this (?:web ?)?site|our (?:web ?)?sites?)(?: and \w+(?: \w+){0,3})? uses? cookies .{0,350}"
        r"(?:experience|consent|agree|accept|policy|analy[sz]e|traffic|personali[sz]e|visit|ok|improve).{0,200}"
        r"|(?:accept|reject|allow|decline|manage)(?: all)? cookies|cookie (?:settings|preferences|policy|notice)"
        r"|by (?:continuing|using|browsing) .{0,60}(?:site|browse|website) .{0,60}(?:agree|accept|consent).{0,150}"
        r"|we (?:value|care about) your privacy.{0,100}",
    ),
    (
        "advertisement",
        "anywhere",
        r"advertisements?(?: (?:continue reading(?: below)?|scroll to continue|\d+))?|advertorial"
        r"|(?:story|article|content|post) continues (?:below|after)(?: (?:this|the))?(?: \w+)?"
        r"|continue reading below|scroll (?:down )?to continue(?: \w+){0,4}|(?:after|affiliate|ad) (?:ad|disclosure)"
        r"|skip advertisement|report (?:this )?ad",
    ),
    (
        "navigation",
        "anywhere",
        r"skip to (?:main )?(?:content|navigation|search|footer|header)(?: \w+)?|back to top|scroll to top"
        r"|(?:open|close|toggle|show|hide) (?:main |site )?(?:menu|navigation|nav|search(?: bar)?|sidebar|submenu)"
        r"|(?:main|site|primary|mobile|footer) (?:menu|navigation)|jump to (?:content|section|comments)",
    ),
    (
        "navigation",
        "edge",
        r"(?:back|return|go back) to (?:the )?(?:main )?(?:news|blogs?|home|home ?page|list|listing|overview|index|"
        r"(?:search )?results|articles|stories|posts|archive|site|newsroom|press room|all [\w ]{1,20})"
        rf"|(?:view|see) all(?: [\w ]{{1,20}})?|all (?:news|posts|articles|stories)|go back|{PAGES}",
    ),
    ("section label", "before", SECTIONS),
    (
        "page control",
        "anywhere",
        r"listen to (?:this |the )?(?:article|story|post)(?: .{0,30})?|(?:play|pause|unmute|mute) (?:audio|video|sound)"
        r"|(?:decrease|increase|text|font) (?:text |font )?size(?: [a ]{0,8})?|add (?:us )?as a preferred source.{0,30}"
        r"|prefer (?:us|\w+) on google|this article is more than [\w ]{1,20} old|image \d+ of \d+|view gallery"
        r"|expand image|enlarge(?: this)? image|hide caption|toggle caption|view (?:image )?in fullscreen",
    ),
    (
        "author box",
        "tail",
        r"about the authors?|(?:view|see) (?:all|more) (?:posts|articles|stories)(?: by .{1,40})?"
        r"|author (?:profile|archive)|(?:written|posted|published) by [\w ]{1,40}",
    ),
    (
        "photo credit",
        "anywhere",
        r"(?:file|stock|courtesy|handout|representational|representative|illustrative) (?:photo|image|picture)"
        r"|getty(?: images)?|shutterstock|unsplash|istock(?:photo)?|adobe stock|(?:photo|image) credits?",
    ),
    ("release mark", "anywhere", r"(?:for )?immediate release|ends|end of release|embargoed until .{1,40}"),
    ("sign-off", "anywhere", r"our standards the thomson reuters trust principles|.{0,60}contributed to this report"),
    (
        "copyright",
        "anywhere",
        r"all rights reserved(?: .{0,160})?|.{0,100} all rights reserved"
        r"|this material may not be published broadcast .{0,80}|no part of this (?:publication|article|site)"
        r" may be .{0,200}",
    ),
    (
        "disclaimer",
        "late",
        r"(?:the |any )?(?:views|opinions)(?: (?:and|or) (?:views|opinions))? expressed"
        r"(?: here| herein| (?:in|on) this \w+| by (?:the|this|our) (?:authors?|contributors?|writers?|bloggers?))?"
        r"(?: \w+){0,3} (?:are|do|belong)\b.{0,60}"
        r"(?:author|own|personal|not necessarily|not reflect|solely).{0,250}"
        r"|this (?:article|blog|post|content|website|information|material|story)(?: post)? (?:is|was|has been)"
        r"(?: intended| provided| meant| written)?(?: \w+)? for (?:\w+ ){0,2}(?:informational?|educational) .{0,40}"
        r"purposes?.{0,300}",
    ),
    ("tags", "edge", r"tagged(?: (?:in|with|as))?|tags?|topics?(?: in this (?:article|story))?|hashtags?|keywords"),
    ("tags", "edge", r"filed under|posted in|categories|category|labels|more on these topics"),
)

# (reason, where, longest row in words, pattern of the whole row as written)
SHAPES: tuple[tuple[str, Where, int, str], ...] = (
    ("hashtags", "anywhere", 60, r"#[^\W\d_][^#]{0,40}(?:#[^\W\d_][^#.]{0,40}){1,60}"),
    ("hashtags", "edge", 3, r"#[^\W_]\w{1,40}"),
    (
        "tags",
        "edge",
        30,
        r"(?:tags?|tagged|topics?|filed under|posted in|categor(?:y|ies)|labels|keywords) ?: ?\S.{0,300}",
    ),
    (
        "related links",
        "anywhere",
        25,
        r"(?:read (?:more|also|next)|also read|see also|related(?: story| article| stories| reading)?|"
        r"more on this(?: story)?|must[ -]read) ?(?::|>>|»|\|) ?\S.{3,200}",
    ),
    (
        "related links",
        "tail",
        25,
        r"(?:next|previous|prev|older|newer)(?: post| article| story)? ?[:»«›‹→←] ?\S.{0,200}",
    ),
    ("copyright", "anywhere", 45, r"(?:©|\([cC]\) ?(?=\d{4})|copyright (?:©|\(c\)|\d{4})).{0,300}"),
    (
        "photo credit",
        "anywhere",
        9,
        r"(?:(?:photo|image|picture|video|illustration|photography|graphic)s? ?(?:credits?|courtesy|source)"
        r"|photo|photograph|picture|image|pic|credit) ?[:|/] ?\S.{1,80}",
    ),
    (
        "photo credit",
        "anywhere",
        10,
        r"\(?(?:photo|image|photograph|picture|illustration|graphic)s? (?:by|via|from|courtesy of) [A-Z@].{1,70}",
    ),
    (
        "photo credit",
        "anywhere",
        10,
        r"(?:\S.{0,60}(?:/|:|\||©|–|—|,| via | by ) ?)(?:getty images|shutterstock|unsplash|istock(?:photo)?|"
        r"adobe stock|alamy|pexels|pixabay|reuters|afp|epa|ap photo|flickr|wikimedia commons|dreamstime|"
        r"depositphotos|bloomberg)(?: (?:images|news))?\)?",
    ),
    ("photo credit", "anywhere", 12, r"\(?(?:AP Photo|REUTERS|AFP|EPA|PA|Getty Images) ?/ ?\S.{1,80}"),
    (
        "sign-off",
        "anywhere",
        55,
        r"\(?(?:additional |writing and )?(?:reporting|writing) by .{2,250}editing by .{2,150}",
    ),
    ("release mark", "anywhere", 3, r"#\s?#\s?#|[-–—*_= ]{0,6}(?:ENDS?|30)[-–—*_= ]{1,6}"),
    ("release mark", "tail", 3, r"[-–—*_=~]{3,80}|(?:\* ?){3,10}"),
    ("release mark", "before", 3, r"[-–—*_=~]{3,80}"),
    ("avatar", "edge", 5, r"(?:avatar (?:of|for) \S.{0,40}|\S.{0,40}(?:'s|’s)? avatar|profile (?:picture|photo))"),
    ("disclaimer", "late", 150, r"(?:disclaimer|disclosure) ?[:–—-] ?\S.{20,1200}"),
    (
        "navigation",
        "edge",
        16,
        rf"(?:{SECTIONS}|you are here)(?: ?[>»›→] ?| / )[^.!?]{{2,120}}",
    ),
)

# Stock text of a comment form that runs into the next line when page parts are glued together.
GLUED_START = re.compile(
    r"(?:Leave a (?:Reply|Comment)\s*)?Your email address will not be published\.(?: Required fields are marked ?\*)?"
    r"(?=\s?[A-Z“\"])(?!\s?Required)"
)
GLUED_END = re.compile(
    r"(?<=[.!?”\"])\s?(?:(?P<comment_form>(?:Leave a (?:Reply|Comment)\s*)?Your email address will not be published\."
    r".{0,200}|Required fields are marked ?\*)"
    r"|(?P<share_row>Share this:)|(?P<advertisement>Advertisement|ADVERTISEMENT))$"
)
