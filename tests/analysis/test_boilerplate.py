"""Sentences that tell nothing, and news that looks like them."""

import pytest

from reader.analysis.boilerplate import is_boilerplate
from reader.analysis.ranking import order

BOILERPLATE = """
As the situation continues to unfold, the talks underscore the complexities of the conflict.
As the conflict continues, the world watches with concern.
As the crisis deepens and evolves, all eyes are on the capital.
As both sides navigate the aftermath, tensions remain.
It remains to be seen whether the deal will hold.
Only time will tell whether the truce holds.
Time will tell if this was a turning point.
The situation remains fluid.
The situation remains tense and complex.
The situation continues to unfold.
The world will be watching.
The international community continues to watch the events.
The crisis is still unfolding.
This development underscores the delicate balance in the region.
The incident highlights the challenges of peace.
This move comes at a critical moment.
The episode serves as a reminder of the stakes.
Ultimately, it remains to be seen who gains.
Read more: How the war began
Read also the full text of the treaty
READ MORE:
See also our timeline
Watch the full interview here
Click here to see the pictures
Listen to the podcast
More on this story
Related: What we know so far
Related stories on the treaty
For more information, visit our site.
For media inquiries, contact the press office.
For further details, see the annex.
Follow us on social media
Follow @orlonews for updates
Like us on Facebook
Join us for the live debate
Subscribe to our newsletter
Sign up for the morning brief
Support our journalism
Share this article
Advertisement
Copyright 2023 Orlo News Agency
All rights reserved.
© 2023 Orlo Tribune
(Reporting by Ann Lee; Editing by Bo Chan)
Reporting by Ann Lee in Orlo
Additional reporting by Bo Chan
Writing by Ann Lee
Edited by Bo Chan
Compiled from agency dispatches with reporting by Ann Lee
Ann Lee contributed to this report.
The Tribune’s Ann Lee and Bo Chan contributed to this report.
Photo: Ann Lee
Image: Orlo Press
File photo: the harbour of Orlo
Source: Orlo News Agency
Editor’s note: An earlier version gave the wrong date.
Correction: The vote was on Monday.
Update: 14:30 GMT
UPDATED: adds quote
Last updated: 3 May
This story has been updated with a statement of the ministry.
This article was originally published by the Tribune.
This is a developing story: this report will be updated.
The views expressed here are those of the author.
The opinions expressed in this piece are solely those of the writer.
Press contact: Ann Lee
Contact: press@example.org
Tags: Orlo, harbour
By Ann Lee
By Ann Lee, Orlo Tribune
Ned Lee, Department Spokesperson
Ann Lee, Secretary of State
Tuesday, September 22, 2015
22 September 2015
-ENDS-
###
Getty Images
Thank you for reading.
Do you have a story for us?
https://example.org/story
"""

NEWS = """
As the ministers left the hall, shots were heard in the street.
As the ceasefire took hold, convoys reached the town.
The situation in the town is worse than last week, the mayor said.
It was not clear whether the envoys would meet.
The crisis began in March, when the harbour was closed.
The incident killed two people.
This move was rejected by Orlo.
Read the text aloud, the judge told the clerk.
More than 200 people were hurt.
For more than a year the border was closed.
Follow the money, the minister said.
Sources said that the envoy had left.
Sources close to the talks said a deal was near.
Photographs of the site showed new tunnels.
The photo showed the envoy in Orlo.
Contacts between the two sides have stopped.
Contact with the ship was lost on Monday.
The report was published on Monday.
The story of the envoy moved the hall.
This report is the third on the harbour this year.
By Monday the rebels had left.
By the evening the town was empty.
By closing the strait, Orlo broke the treaty.
Copyright law was on the table of the ministers.
Support for the government fell.
Share prices fell by a third.
Reporting restrictions were lifted.
Update of the treaty was refused by Orlo.
Related talks on fishing failed.
Watch towers were built along the border.
See you in court, he told the minister.
The views of the two sides are far apart.
Time is running out, the envoy said.
Ann Lee, the spokesperson of the ministry, said that talks go on.
On Tuesday, September 22, the treaty was signed.
"""


@pytest.mark.parametrize("sentence", BOILERPLATE.strip().splitlines())
def test_what_tells_nothing_is_known(sentence: str) -> None:
    assert is_boilerplate(sentence)


@pytest.mark.parametrize("sentence", NEWS.strip().splitlines())
def test_news_is_news(sentence: str) -> None:
    assert not is_boilerplate(sentence)


@pytest.mark.parametrize("method", ["centrality", "lexrank", "luhn"])
def test_what_tells_nothing_is_chosen_last(method: str) -> None:
    sentences = [
        "As the situation continues to unfold, the envoys of Rovia and Orlo watch the harbour and the treaty.",
        "Envoys of Rovia met envoys of Orlo in the harbour on Monday to sign a treaty.",
        "Orlo rejected the treaty on the harbour, its envoys said.",
        "Rain fell.",
    ]
    assert order(sentences, method)[-1] == 0
