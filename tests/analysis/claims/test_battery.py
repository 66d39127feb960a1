"""Short pairs from many fields: what a reader would say of each is what the engine has to say."""

import pytest

from components.analysis.claims.match import judge_pairs
from components.analysis.model import Article


def judge(claim, text):
    return judge_pairs([claim], Article(id="a", source="s", text=text))[0]


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The deal is worth about 3 billion euros.", "The deal is worth €3.1bn."),
        ("Profits rose 12 percent.", "Profits rose by 12% last year."),
        ("Two hundred and fifty workers walked out.", "On Monday 250 workers walked out."),
        ("The tunnel is 57 kilometres long.", "The tunnel is 57 km long."),
        ("The dam holds half a million tonnes of water.", "The dam holds 500,000 tonnes of water."),
        ("The airline did not apologise.", "The airline refused to apologise."),
        ("The company did not reveal the price.", "The company announced the sale without revealing the price."),
        ("No one was injured.", "No one was injured in the fire."),
        ("The minister may resign.", "The minister may resign this week."),
        ("Amina Okafor leads the inquiry.", "Dr. Okafor leads the inquiry."),
        ("President Diaz signed the law.", "Diaz signed the law."),
        ("The World Health Organization declared an emergency.", "The WHO declared an emergency on Friday."),
        ("The IAEA inspected the plant.", "The International Atomic Energy Agency inspected the plant."),
        (
            "Mara Lind, a nurse, saved two children.",
            "Mara Lind is a nurse from Bergen. On Sunday she saved two children from the river.",
        ),
        (
            "Kestrel Air cancelled forty flights because of fog.",
            "Fog closed the airport. Kestrel Air cancelled forty flights.",
        ),
        ("Arsenal beat Chelsea.", "Chelsea were beaten by Arsenal."),
        ("Anna Berg was sued by Peter Holm.", "Peter Holm sued Anna Berg."),
        ("Brandt accused Lindqvist of fraud.", "Lindqvist was accused of fraud by Brandt."),
    ],
)
def test_stated_in_other_words(claim, text):
    verdict = judge(claim, text)
    assert verdict.verdict == "stated", verdict


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The firm cut 3,000 jobs.", "The firm cut 300 jobs."),
        ("A crowd of 80,000 saw the final.", "A crowd saw the final in Oslo."),
        ("The drug was approved by the agency.", "The drug was not approved by the agency."),
        ("The airline apologised to passengers.", "The airline refused to apologise to passengers."),
        ("The airline apologised to passengers.", "The airline failed to apologise to passengers."),
        ("The company revealed the price.", "The company announced the sale without revealing the price."),
        ("The ministry gave a death toll.", "The ministry declined to give a death toll."),
        ("Someone was injured in the fire.", "No one was injured in the fire."),
        ("Petra Vos will step down from the committee.", "Petra Vos will remain on the committee."),
    ],
)
def test_not_stated(claim, text):
    verdict = judge(claim, text)
    assert verdict.verdict != "stated", verdict


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The museum opened in 1984.", "The museum opened in 1986."),
        ("Kovar became mayor in 2012.", "In 2014 Kovar became mayor."),
        ("The bridge was completed in 1932.", "Completed in 1935, the bridge carries 40,000 cars a day."),
        ("The treaty was signed on 4 March.", "The treaty was signed on 9 March."),
        ("The vote will be held on Thursday.", "The vote will be held on Monday."),
        ("The storm killed 14 people.", "The storm killed 19 people."),
        ("The deal is worth 3 billion euros.", "The deal is worth €5.4bn."),
        ("Profits rose 12 percent.", "Profits rose by 21 percent last year."),
        ("Unemployment fell to 5.2 percent.", "Unemployment fell to 6.1 percent."),
        ("The team won by three goals.", "The team won by five goals."),
        ("The senator supports the bill.", "The senator does not support the bill."),
        ("The senator did not vote for the bill.", "The senator voted for the bill."),
        ("The court never ruled on the appeal.", "The court ruled on the appeal in May."),
        ("The bank will close the branch.", "The bank will not close the branch."),
        ("The council approved the stadium plan.", "The council rejected the stadium plan."),
        ("The bank raised interest rates.", "The bank cut interest rates."),
        ("Shares in Tarn Oil rose on Monday.", "Shares in Tarn Oil fell on Monday."),
        ("Elmwood bought the quarry.", "Elmwood sold the quarry."),
        ("The coach will stay at the club.", "The coach will leave the club."),
        ("The chairman kept his post.", "The chairman lost his post."),
        ("Petra Vos will give up her place on the committee.", "Petra Vos will retain her place on the committee."),
        ("The jury found the driver guilty of murder.", "The jury found the driver innocent of murder."),
        ("The union accepted the pay offer.", "The union turned down the pay offer."),
        ("The agency banned the pesticide.", "The agency allowed the pesticide."),
        ("Ronan Kelly scored the winning goal on Saturday.", "Diego Sanz scored the winning goal on Saturday."),
        ("The talks were held in Vienna on Sunday.", "The talks were held in Geneva on Sunday."),
    ],
)
def test_conflicting(claim, text):
    verdict = judge(claim, text)
    assert verdict.verdict == "conflicts", verdict
    assert verdict.conflict_value in verdict.evidence
    assert verdict.score < 0.35


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The museum opened in 1984.", "The museum opened in the 1980s."),
        ("The museum opened in 1984.", "The museum was founded by Lee and extended in 1991."),
        ("The bridge was completed in 1932.", "The bridge, completed before 1940, carries cars."),
        ("Kovar won the race in 2012.", "Kovar, who won the race twice, retired in 2014."),
        ("Kovar has run the firm since 2009.", "Kovar ran the firm in 2015."),
        ("The plant opened in 2011.", "The plant opened a second line in 2018 after it opened in 2011."),
        ("Hart joined the club in 2010.", "Hart joined the club and moved to Spain in 2013."),
        ("The vote was held in March.", "The vote was held on 9 March."),
        ("The storm killed 14 people.", "The storm killed at least 12 people."),
        ("The storm killed 14 people.", "The storm killed 9 cattle."),
        ("The deal is worth 3 billion euros.", "The deal is worth $3.3bn."),
        ("The town has 40,000 residents.", "The town has nearly 41,000 residents."),
        ("The senator supports the bill.", "The senator supports not only the bill but the reform."),
        ("Elmwood bought the quarry.", "Hargreave sold the quarry to Elmwood."),
        ("Elmwood bought the quarry.", "Elmwood bought the quarry and sold it a year later."),
        ("Shares in Tarn Oil rose on Monday.", "Shares in Tarn Oil fell on Tuesday."),
        ("The coach will stay at the club.", "The coach said players may leave the club."),
        ("The jury found the driver guilty.", "The jury found the driver guilty and his friend innocent."),
        (
            "The union accepted the pay offer.",
            "The union turned down the pay offer in May. In June the union accepted the pay offer.",
        ),
        ("The minister opened the new school.", "The minister closed the debate at the new school."),
        ("Kelly scored the winning goal.", "The striker scored the winning goal."),
        ("The talks were held in Austria.", "The talks were held in Vienna."),
    ],
)
def test_compatible(claim, text):
    verdict = judge(claim, text)
    assert verdict.verdict != "conflicts", verdict


def test_a_year_in_conflict_names_the_kind_and_the_year():
    verdict = judge("Scale AI was founded in 2016.", "Scale AI was founded in 2015.")
    assert (verdict.verdict, verdict.conflict_kind, verdict.conflict_value) == ("conflicts", "date", "2015")


@pytest.mark.parametrize(
    ("claim", "text", "value"),
    [
        ("Wang will keep his seat on Scale's board.", "Wang will give up his seat on Scale's board.", "give up"),
        ("Wang will give up his seat on Scale's board.", "Wang will keep his seat on Scale's board.", "keep"),
        ("Wang will leave Scale's board.", "Wang will remain on Scale's board.", "remain"),
    ],
)
def test_keeping_and_giving_up_are_opposites(claim, text, value):
    verdict = judge(claim, text)
    assert (verdict.verdict, verdict.conflict_kind, verdict.conflict_value) == ("conflicts", "negation", value)


def test_a_denial_of_what_only_shares_a_word_is_no_conflict():
    text = "Besides the European part the kingdom has islands which are no part of the union, and Sorra is one of them."
    assert judge("Sorra is not part of the union.", text).verdict != "conflicts"


def test_about_is_no_missing_word():
    assert judge("The deal is worth about 3 billion euros.", "The deal is worth €3.1bn.").missing == ""


@pytest.mark.parametrize(
    ("claim", "text", "kind", "value"),
    [
        (
            "A few of Brunn's 1,500 employees will leave.",
            "Brunn, which has 1,400 employees, was sold.",
            "number",
            "1,400",
        ),
        ("Ostrava Glass has 900 employees.", "Ostrava's 800 employees will keep their jobs.", "number", "800"),
        (
            "Ostrava Glass employs 900 people.",
            "Last week Ostrava Glass employed 640 people and owed a lot.",
            "number",
            "640",
        ),
        ("The bakery chain Brunn was founded in 2012.", "Founded in 2009, Brunn has 40 shops.", "date", "2009"),
        (
            "Brunn was founded in 2012 by Lena Ortiz.",
            "She had founded Brunn in 2009 and sold it later.",
            "date",
            "2009",
        ),
    ],
)
def test_a_headcount_or_year_of_founding_belongs_to_a_name_whatever_else_is_told(claim, text, kind, value):
    verdict = judge(claim, text)
    assert (verdict.verdict, verdict.conflict_kind, verdict.conflict_value) == ("conflicts", kind, value)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("A few of Brunn's 1,500 employees will leave.", "Brunn, which has about 1,450 employees, was sold."),
        ("A few of Brunn's 1,500 employees will leave.", "Norvane, which has 1,400 employees, was sold."),
        ("A few of Brunn's 1,500 employees will leave.", "Brunn has 300 employees in Italy."),
        ("A few of Brunn's 1,500 employees will leave.", "Brunn's 80 shops will close."),
        ("The bakery chain Brunn was founded in 2012.", "Brunn launched a loyalty card in 2015."),
        ("The bakery chain Brunn was founded in 2012.", "Founded in 2009, Norvane has 40 shops."),
    ],
)
def test_another_name_place_or_thing_is_no_conflict_of_figures(claim, text):
    assert judge(claim, text).verdict != "conflicts"
