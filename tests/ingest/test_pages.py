"""Whole pages as people copy them. A line that begins with "~" is page and must be cut; every other line must stay."""
# ruff: noqa: E501 - on a page a paragraph is one line

import pytest

from components.analysis.model import measured_text
from components.ingest.cleaning import cut_residue
from components.ingest.decode import tidy

PAGES = {
    "local news": """
~Skip to content
~Home > News > Local
~Council votes to close Mill Lane library branch
~By Dana Whitlow
~Published: 14 March 2025 at 9:40 GMT
~Share on Facebook
~Share on X
~Photo: Dana Whitlow / Getty Images

The town council voted on Thursday to close the Mill Lane library branch at the end of the summer.

Councillors said that the building needs repairs worth 400,000 pounds, which the town cannot pay.

~Advertisement

"We looked at every option," said council leader Ruth Amis. Residents plan to share their objections next week.

~Related stories
~Library hours cut across the county
~Mill Lane school to be rebuilt
~Sign up for our daily newsletter
~© 2025 Valley Courier. All rights reserved.
""",
    "personal blog": """
~Why I stopped using three calendars
~jdoe92 Avatar
~Posted on May 4, 2024
~Leave a comment

For two years I kept three calendars and missed appointments in all of them, which should have told me something.

First steps

Then I wrote everything in one paper notebook. It took a week before I trusted it, and a month before I liked it.

~Share this:
~Twitter
~Facebook
~Like Loading...
~Tagged with
~planning
~paper
~Published by jdoe92
~View all posts by jdoe92
~Leave a Reply Cancel reply
~Your email address will not be published. Required fields are marked *
~Comment *
~Name *
~Email *
~Website
~Save my name, email, and website in this browser for the next time I comment.
~This site uses Akismet to reduce spam. Learn how your comment data is processed.
~Proudly powered by WordPress
""",
    "press release": """
~FOR IMMEDIATE RELEASE
~Northgate Pumps opens second factory in Leeds

LEEDS, 3 June 2025 - Northgate Pumps today opened its second factory, which will employ 140 people by next spring.

"This is the largest investment in our history," said managing director Petra Hall.

About Northgate Pumps
Northgate Pumps was founded in 1961 and makes pumps for water companies in nine countries.

~###
""",
    "agency wire": """
~Court blocks merger of two port operators
~By Ana Ruiz and Tom Okafor
~June 11, 2025

MADRID, June 11 (Newswire) - A Spanish court on Wednesday blocked the merger of the country's two largest port operators.

The judges said the deal would have left shippers on the south coast without a choice of terminal.

~(Reporting by Ana Ruiz in Madrid; Editing by Lena Voss)
~Our Standards: The Thomson Reuters Trust Principles.
""",
    "recipe blog": """
~Skip to main content
~Jump to Recipe
~Print Recipe
~Lemon and barley soup for cold evenings

This soup takes forty minutes, most of which the barley spends on its own. It freezes well, and it tastes better on the second day.

Ingredients
200 g pearl barley
2 lemons
1 onion
1 litre vegetable stock
Salt

Method
Fry the onion until soft, add the barley and the stock, and simmer for half an hour. Share it out between four bowls.

~Pin this recipe
~You may also like
~Tomato soup with rice
~Bread in one hour
~Subscribe
""",
    "science news": """
~Science
~Bats remember where the moths were last summer
A tagged colony returned to the same hedges after nine months
~5 min read
~Listen to this article

Greater horseshoe bats return to the hedges where they fed well the year before, a nine-month study has found.

The team fitted 41 animals with tags. It did not test whether the bats share what they know with their young.

~Image credit: L. Moreau / CC BY
~Topics: bats, memory, insects
~Read more: How owls hear in snow
~Recommended for you
~Frogs that count
~Enter your email address
~By signing up you agree to our terms of use and privacy policy.
""",
    "trade news with cookie banner": """
~We use cookies to improve your experience on our site and to analyse traffic. Read our cookie policy.
~Accept all cookies
~Manage preferences
~Chip maker delays new plant by a year - Fab Weekly
~Menu
~Search
~Log in
~Chip maker delays new plant by a year
~Technology | 7 Feb 2025 | 3 min read

The company said on Friday that its plant in Dresden will open in 2028, a year later than it had planned.

It gave the price of power as the reason. Analysts had expected a shorter delay, and the shares fell by four percent.

~Back to top
~Most read
~Foundry prices rise again
~A new way to cool racks
~About us
~Contact us
~Privacy policy
~Terms of use
~Cookie settings
""",
    "forum": """
~Heat pump keeps icing up below zero
~Posted 3 days ago
~Reply Share Report Save

The outdoor unit ices up whenever it drops below zero, and the defrost cycle runs every twenty minutes.

Has anyone seen this on a five-year-old unit? The installer says it is normal, which I doubt.

~Reply Share Report Save
Check the refrigerant first, then the sensor on the coil. Mine had the same fault and a new sensor cured it.

~Log in or register to reply
""",
    "opinion with a disclaimer": """
~Opinion
~The city should count its trees before it plants more
~Written by Maria del Campo

Every spring the city announces another thousand trees, and nobody can say how many of the last thousand are alive.

A count costs less than one planting season. It would also tell us which streets have none.

~Disclaimer
~The views expressed in this article are the author's own and do not necessarily reflect the editorial policy of this site.
~Do you like this column? Tell a friend!
~#trees #cities #planning
~Leave a Reply
""",
    "company blog": """
~Home / Blog / Engineering
~How we cut our build from forty minutes to six
~Jan 9, 2025 · 8 min read

Last autumn a build took forty minutes, and people had started to merge without waiting for it.

We measured first. Two thirds of the time went into downloading the same packages again, on every machine.

~Share on LinkedIn
~Share on Reddit
~Copy link
~Subscribe to our newsletter
~Get new posts in your inbox every month
~Keep reading
~Continue reading
""",
    "broadcaster": """
~Skip to main navigation
~Ferry service to the islands suspended for a third day
~Updated 2 hours ago
~File photo

Ferries to the outer islands will not sail on Tuesday, the third day in a row, because of high winds.

The operator said that food supplies are sufficient until the weekend.

~Story continues below advertisement

Islanders were asked to follow the operator on social media for news about the next departures.

~Follow us on Facebook for more updates
~Comments are closed.
""",
    "hard-wrapped mail": """
~Reservoirs at half their usual level

The reservoirs that serve the city stand at half of their usual level
for the time of year, the water company said on Monday. It asked people
not to water lawns in the afternoon, and to
share
baths where that is possible. A ban on hoses may follow in two weeks if
no rain falls.

The company had said in May that supplies were safe until the autumn.
""",
    "page glued together": """
~Orchard growers fear a late frost

~Your email address will not be published. Required fields are marked *|Growers in the valley fear a late frost, which would kill the blossom that opened early this year.

A grower near the river said that he had bought candles for forty rows, and would light them at two in the morning.|~Advertisement
""",
}


def _cases():
    for name, page in PAGES.items():
        whole, expected, cut = [], [], []
        for line in page.strip("\n").split("\n"):
            parts = line.split("|") if name == "page glued together" else [line]
            whole.append("".join(part.removeprefix("~") for part in parts))
            expected += [part for part in parts if part and not part.startswith("~")]
            cut += [part[1:] for part in parts if part.startswith("~")]
        yield pytest.param("\n".join(whole), expected, cut, id=name)


@pytest.mark.parametrize(("page", "kept", "cut"), list(_cases()))
def test_page_rows_go_and_the_article_stays(page, kept, cut):
    cuts = cut_residue(tidy(page))
    left = [line for line in measured_text(page, cuts).split("\n") if line.strip()]
    assert left == kept
    gone = [line.strip() for c in cuts for line in page[c.start : c.end].split("\n") if line.strip()]
    assert gone == cut


UNTOUCHED = {
    "mentions of sharing and subscribing": """The company asked users to share less of their data, and to subscribe to fewer services than before.

Share with care

Readers can subscribe to the newsletter for five dollars a month, the publisher said on Monday.

Read more slowly, the teachers told the class, and write down every word that you do not know yet.""",
    "a timeline": """The project began as an experiment and became a company within three years, as this record shows.

June 3, 2021

The founders met at a trade fair in Lyon and agreed to build a prototype over the summer.

May 9, 2022

The first customer signed a contract for two machines, to be delivered within a year.

March 1, 2023

Production moved to a larger hall outside the town, where sixty people now work.

April 2, 2024

The company was sold to a competitor from Milan for a price that neither side disclosed.""",
    "networks as subheadings": """Three companies published their figures this week, and all of them disappointed their investors again.

Facebook

The company lost users in Europe for the second quarter in a row, it said on Tuesday evening.

Reddit

Advertising grew by a tenth, which was half of what analysts had expected from the company.""",
    "an article that ends in a list": """The committee named the measures that it wants to see by the end of the year, in this order:

• Fewer night flights
• A higher landing fee
• New limits on noise""",
    "a disclaimer that is the news": """The regulator ordered the bank to print a warning on each of its leaflets from the first of July on.

Disclaimer

The bank printed the word in letters so small that no customer could read it, the court found.

It must now pay a fine of two million, and send every customer a letter of apology within a month.""",
    "cookies as a subject": """Most sites ask for consent before they store anything, and most visitors click the largest button they see.

A site that uses cookies to measure its audience needs no consent under the new rules, the office said.

Advertisement rules

The rules for advertisements are stricter, and the first complaints are expected within weeks of their start.""",
    "views that are quoted": """The survey asked four thousand people about the new tax, and published its answers on Monday morning.

The views expressed by voters in the north are hard to ignore, and the party has begun to say so aloud.

Comments

The minister declined to answer questions about the survey when reporters met her at the station.""",
}


@pytest.mark.parametrize("text", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_an_article_that_talks_of_such_things_is_left_whole(text):
    assert cut_residue(text) == ()
