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
    Xavier Yusuf Zac Abdul Abdullah Abel Abraham Adrian Akira Alain Alberto Alejandro Alessandro Alexei Alfred
    Alfredo Allan Allen Alvaro Amir Anand Anders Andre André Andrei Angelo Anton Antoine Arjun Arnold Arsene Arun
    Ashraf Austin Barry Bart Bashar Benedict Bernard Bernie Bjorn Bradley Brandon Brendan Brett Bryan Byron Caleb
    Calvin Cameron Cesar Chad Chester Clark Claude Clement Clifford Clint Clive Connor Conor Curtis Dale Damian
    Damien Danny Darren Declan Denis Desmond Didier Dirk Dominic Don Duncan Dwayne Dylan Eamonn Earl Edgar Eduardo
    Edwin Elias Elijah Elliott Emile Emmanuel Enrique Ernest Ethan Eugene Fabio Faisal Felipe Felix Florian Franz
    Frederick François Gabriel Gavin Geoff Geoffrey Gerald Gilbert Giles Giuseppe Gordon Gregory Guillaume Gunther
    Guy Hamid Hamza Hans Harold Harrison Harvey Hector Heinrich Henri Herbert Herman Hiroshi Hussein Idris Igor
    Imran Isaac Ismail Jaime Jan Javier Jay Jeffery Jens Jerome Jesse Jesus Joachim Joaquin Jonas Joshua Julio
    Julius Jürgen Kamal Karim Kenji Kieran Klaus Kofi Kurt Kyle Lance Laurence Laurent Lawrence Leon Leonard Lewis
    Lloyd Logan Lorenzo Lucas Magnus Malcolm Manuel Marc Marcel Marcelo Mathew Mathieu Maurice Mauricio Mehmet
    Mitchell Mitt Mo Morgan Mustafa Nadeem Narendra Ned Nigel Noah Noel Norman Olaf Olivier Orlando Otto Paolo
    Pascal Pep Perry Philippe Pranav Quentin Rafael Rahul Raj Raj Ramón Randy Raul Ravi Ray Reginald Rene René
    Ricky Rishi Roberto Rodrigo Roland Roman Ron Rory Rowan Ruben Rudy Sachin Sadiq Salvador Sandro Sanjay Santiago
    Satoshi Sebastian Serge Sergio Seth Shane Shaun Shinzo Sidney Silvio Stan Stefano Stephan Stewart Sven Syed
    Takashi Tariq Theo Theodore Timothee Timothée Toby Todd Tomas Travis Trevor Tyler Vijay Vikram Viktor Vince
    Wesley Wolfgang Xi Yannick Yves Zachary Ziad
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
    Stephanie Susan Suzanne Sylvia Teresa Theresa Vanessa Vera Victoria Virginia Yvonne Zoe Ada Adele Adriana
    Agatha Agnes Aisha Alexandra Alexis Alicia Alina Allison Alyssa Amal Amelia Amina Amira Ana Anastasia Angelica
    Anne-Marie Antonia Arlene Ashley Astrid Ayesha Bella Bernadette Beth Beverley Beyoncé Bianca Bridget Brigitte
    Camilla Carla Carly Carmen Carolyn Cathy Cecilia Celine Chantal Chloe Christie Colleen Connie Constance Daniela
    Danielle Daphne Debbie Debra Denise Dolores Edith Eileen Elaine Elisabeth Ellen Emilia Erica Erin Esther Eve
    Evelyn Faith Farah Felicity Flora Florence Gail Gemma Georgia Geraldine Gina Giulia Gloria Greta Gwen Harper
    Heidi Helena Hilary Hillary Ida Imogen Indira Ines Isabella Jacinda Jackie Jacqueline Jasmine Jean Jeanne Jodie
    Juliet Juliette June Karin Katy Kayla Keira Kimberly Kirsten Kristen Kristin Latifa Layla Leah Leila Lena
    Leslie Lillian Lily Lorraine Louisa Lydia Lynn Mae Maggie Malia Marian Mariana Marina Marion Marissa Marjorie
    Marta Matilda Maud Maureen Maya Meghan Mercedes Meryl Mia Michaela Millie Molly Nadine Nathalie Nicky Noor
    Norma Olga Paige Paola Paula Pauline Peggy Petra Philippa Phoebe Pia Polly Priya Rebecca Regina Rita Roberta
    Rosie Roxanne Sabrina Salma Sandy Sasha Scarlett Selena Shakira Sheila Sheryl Simone Siobhan Sonia Stella
    Sue Tamara Tania Tanya Tara Tessa Tina Tracey Tracy Ursula Valentina Valerie Veronica Viola Vivian Wendy Winnie
    Yasmin Yoko Yolanda Zara Zainab
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
    Western Eastern Northern Southern Qaeda Qaida Shabaab Rights Human Economics Convention Treaty Daily Republican
    Democrats Conservatives
    Police Authority Bank Council Club Orchestra Theatre Gallery Library Magazine Herald Guardian Games Team Army
    General Hotel States Kingdom Republic Sea Ocean Bay Beach Hill Hills Language Medical
    """
)
