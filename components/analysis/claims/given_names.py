"""Words that tell persons from organisations and places, and the pronoun that goes with a given name."""

from __future__ import annotations

from typing import Literal

from components.analysis.claims.closed_classes import word_set

Gender = Literal["he", "she", ""]

_HE_TITLES = word_set("Mr Mr. Sir King Prince Lord Duke Archbishop Bishop Cardinal")
_SHE_TITLES = word_set("Mrs Mrs. Ms Ms. Queen Princess Lady Baroness Dame Duchess")
_OPEN_TITLES = word_set("Dr Dr. Prof Prof. Professor President Senator Judge Justice Captain General Pope")

#: A title before a name makes it a person's; some tell the pronoun.
TITLES: dict[str, Gender] = {
    **dict.fromkeys(_HE_TITLES, "he"),
    **dict.fromkeys(_SHE_TITLES, "she"),
    **dict.fromkeys(_OPEN_TITLES, ""),
}

#: Given names frequent in English-language news.
HE_NAMES = word_set(
    """
    Aaron Adam Ahmed Alan Albert Alex Alexander Alexandr Ali Andrew Andy Anthony Antonio Arthur Barack Ben
    Benjamin Bill Bob Boris Brad Brian Bruce Carl Carlos Charles Charlie Chris Christian Christopher Colin Craig
    Dan Daniel Dave David Dean Dennis Derek Diego Dmitri Donald Douglas Ed Edward Elon Eric Evan Fernando Francis
    Frank Fred Gareth Gary George Gerard Giovanni Glen Gordon Graham Greg Hans Harold Harry Hassan Henry Howard
    Hugh Hugo Ian Ibrahim Ivan Jack Jacob Jake James Jamie Jason Jean Jeff Jeffrey Jeremy Jerry Jim Jimmy Joe Joel
    John Johnny Jon Jonathan Jorge Jose José Joseph Josh Juan Julian Justin Karl Keith Ken Kenneth Kevin Larry Lee
    Leo Leonardo Liam Lionel Louis Luca Luis Luke Marco Marcus Mario Mark Martin Matt Matthew Max Michael Miguel
    Mike Mikhail Mohamed Mohammed Muhammad Nathan Neil Nelson Nicholas Nick Nigel Nikolai Oliver Omar Oscar Owen
    Pablo Patrick Paul Pedro Peter Phil Philip Pierre Ralph Raymond Ricardo Richard Rob Robert Roberto Robin Roger
    Ronald Ross Roy Rupert Russell Ryan Salman Sam Samuel Scott Sean Sergei Simon Stanley Stefan Stephen Steve
    Steven Stuart Ted Terry Thomas Tim Timothy Tom Tony Usain Victor Vincent Vladimir Walter Wayne Will William
    Xavier Yusuf Zac
    """
)
SHE_NAMES = word_set(
    """
    Abigail Alice Alison Amanda Amy Andrea Angela Angelina Anita Ann Anna Anne Annie Barbara Beatrice Betty Carol
    Caroline Catherine Charlotte Chelsea Cheryl Christina Christine Claire Clara Claudia Cristina Cynthia Daisy
    Dawn Deborah Diana Diane Dilma Donna Dorothy Eleanor Elena Elizabeth Ella Emily Emma Eva Fatima Fiona Frances
    Gabriela Gillian Grace Hannah Harriet Hayley Heather Helen Hillary Ingrid Irene Isabel Jane Janet Jennifer
    Jenny Jessica Jill Joan Joanna Josephine Joyce Judith Julia Julie Karen Kate Katherine Kathleen Katie Kelly
    Laura Lauren Linda Lisa Louise Lucia Lucy Madeleine Malala Margaret Maria Marie Martha Mary Megan Melissa
    Michelle Miriam Monica Nadia Nancy Naomi Natalie Nicola Nicole Nina Nora Olivia Oprah Pamela Patricia Penelope
    Rachel Rebecca Rosa Rose Rosemary Ruth Sally Samantha Sandra Sarah Serena Sharon Shirley Sofia Sophie
    Stephanie Susan Suzanne Sylvia Teresa Theresa Vanessa Vera Victoria Virginia Yvonne Zoe
    """
)

#: A run of capitalised words that holds one of these names no person.
NOT_PERSON = word_set(
    """
    Inc Corp Ltd Company Group University College School Institute Party Bank Street Road Avenue Square Lab Labs
    AI Department Ministry House Court Air Force City County River Lake Mountain Island Islands League Cup United
    Club FC Museum Park Prize Award Awards Film Festival Games Times Post News Journal Agency Council Union
    Association Organization Organisation Foundation Centre Center Church Hospital Airport Station Valley Street
    World North South East West New Great Saint St International National European American British French German
    Chinese Russian Day Week War Act Law Committee Commission Congress Senate Parliament Office Service Fund Trust
    Society Project Program Programme Hall Bridge Tower Street High Silicon Index Capital Partners Ventures
    Technologies Systems Lightning Fighter Artificial Intelligence Wall Black White Middle Central Big Open
    General Hotel States Kingdom Republic Sea Ocean Bay Beach Hill Hills Language Medical
    """
)
