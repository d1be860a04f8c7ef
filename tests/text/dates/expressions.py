"""Sentences with words that say when, and the days that they mean: `dateline | sentence with [words] | period`.

A period is `day`, `first..last`, or `-` where nobody can tell. A `?` behind it: it has to be left in doubt. Of the
datelines 2023-11-08 is a Wednesday, 2024-02-29 a Thursday, 2024-12-30 a Monday, 2025-06-14 and 2022-01-01 a Saturday.
"""

RESOLVABLE = """
2023-11-08 | The envoy arrived on [Tuesday]. | 2023-11-07
2023-11-08 | The ministers met on [Monday] in Orlo. | 2023-11-06
2023-11-08 | He spoke on [Wednesday] to reporters. | 2023-11-08
2023-11-08 | The talks ended late on [Sunday]. | 2023-11-05
2023-11-08 | The ministers will meet on [Friday]. | 2023-11-10
2023-11-08 | The summit is due to open on [Monday]. | 2023-11-13
2023-11-08 | The vote is scheduled for [Thursday]. | 2023-11-09
2023-11-08 | The text is expected to be signed [Saturday]. | 2023-11-11
2023-11-08 | She is set to fly to Orlo on [Sunday]. | 2023-11-12
2023-11-08 | The council plans to vote on [Tuesday]. | 2023-11-14
2023-11-08 | The deal was to be signed on [Friday]. | 2023-11-10
2023-11-08 | The ministry said [Tuesday] that talks go on. | 2023-11-07
2023-11-08 | The ministry announced [Monday evening] that talks go on. | 2023-11-06
2023-11-08 | The raid killed two people [Tuesday morning]. | 2023-11-07
2023-11-08 | Venn told lawmakers [Thursday] that the deal was dead. | 2023-11-02
2023-11-08 | On [Friday], the envoy left. | 2023-11-03
2023-11-08 | The envoy left on [Mon.] and came back on [Tues.]. | 2023-11-06
2023-11-08 | A surprise attack on the country on [October 7] began the war. | 2023-10-07
2023-11-08 | The treaty was signed on [October 7]. | 2023-10-07
2023-11-08 | The treaty was signed on [7 October]. | 2023-10-07
2023-11-08 | The treaty was signed on [Oct. 7]. | 2023-10-07
2023-11-08 | The treaty was signed on [Oct. 7, 2021]. | 2021-10-07
2023-11-08 | The treaty was signed on [October 7, 2021]. | 2021-10-07
2023-11-08 | The treaty was signed on [7 October 2021]. | 2021-10-07
2023-11-08 | The treaty was signed on [the 7th of October 2021]. | 2021-10-07
2023-11-08 | The treaty was signed on [October 7th, 2021]. | 2021-10-07
2023-11-08 | The treaty was signed on [Thursday, October 7, 2021], in Orlo. | 2021-10-07
2023-11-08 | The treaty was signed on [Thursday 7 October 2021]. | 2021-10-07
2023-11-08 | The treaty was signed on [2021-10-07]. | 2021-10-07
2023-11-08 | The treaty was signed on [17/10/2021]. | 2021-10-17
2023-11-08 | The treaty was signed on [10/17/2021]. | 2021-10-17
2023-11-08 | The treaty was signed on [07.10.2021]. | 2021-10-07
2023-11-08 | The court will rule on [December 3]. | 2023-12-03
2023-11-08 | The court will rule on [January 15]. | 2024-01-15
2023-11-08 | The court ruled on [November 7]. | 2023-11-07
2023-11-08 | The court ruled on [Nov. 8]. | 2023-11-08
2023-11-08 | The court ruled on [September 30]. | 2023-09-30
2023-11-08 | The court ruled on [1 August]. | 2023-08-01
2023-11-08 | The court ruled on [May 5]. | 2023-05-05
2023-11-08 | The court will hear the case on [2 March]. | 2024-03-02
2023-11-08 | The leaders met from [October 7-9] in Orlo. | 2023-10-07..2023-10-09
2023-11-08 | The leaders met on [7-9 October 2022] in Orlo. | 2022-10-07..2022-10-09
2023-11-08 | The leaders met on [7 to 9 October] in Orlo. | 2023-10-07..2023-10-09
2023-11-08 | The leaders will meet [November 30 to December 2] in Orlo. | 2023-11-30..2023-12-02
2023-11-08 | The leaders will meet [from 28 November to 1 December]. | 2023-11-28..2023-12-01
2023-11-08 | The leaders met [between March 3 and April 2] in Orlo. | 2023-03-03..2023-04-02
2023-11-08 | The siege lasted [from December 30, 2021 to January 2, 2022]. | 2021-12-30..2022-01-02
2023-11-08 | The talks went on [from Monday to Wednesday]. | 2023-11-06..2023-11-08
2023-11-08 | The talks were held [Saturday through Monday]. | 2023-11-04..2023-11-06
2023-11-08 | The ministers will confer [Thursday to Saturday]. | 2023-11-09..2023-11-11
2023-11-08 | The ship left [yesterday]. | 2023-11-07
2023-11-08 | [Yesterday] the ship left. | 2023-11-07
2023-11-08 | The ship left [today]. | 2023-11-08
2023-11-08 | The rebels must leave by [Friday]. | 2023-11-10
2023-11-08 | By [Tuesday], the rebels had left. | 2023-11-07
2023-11-08 | The ship leaves [tomorrow]. | 2023-11-09
2023-11-08 | The ship leaves [tonight]. | 2023-11-08
2023-11-08 | The ship left [this morning]. | 2023-11-08
2023-11-08 | The ship left [last night]. | 2023-11-07
2023-11-08 | The ship left [the day before yesterday]. | 2023-11-06
2023-11-08 | The ship leaves [the day after tomorrow]. | 2023-11-10
2023-11-08 | The parliament dissolved [last week]. | 2023-10-30..2023-11-05
2023-11-08 | The parliament meets [this week]. | 2023-11-06..2023-11-12
2023-11-08 | The parliament meets [next week]. | 2023-11-13..2023-11-19
2023-11-08 | The parliament dissolved [last month]. | 2023-10-01..2023-10-31
2023-11-08 | The parliament meets [next month]. | 2023-12-01..2023-12-31
2023-11-08 | The parliament dissolved [last year]. | 2022-01-01..2022-12-31
2023-11-08 | The parliament votes [next year]. | 2024-01-01..2024-12-31
2023-11-08 | [Last year]'s vote was fair. | 2022-01-01..2022-12-31
2023-11-08 | The parliament dissolved [earlier this year]. | 2023-01-01..2023-11-08
2023-11-08 | The parliament votes [later this year]. | 2023-11-08..2023-12-31
2023-11-08 | The parliament dissolved [earlier this month]. | 2023-11-01..2023-11-08
2023-11-08 | The parliament dissolved [earlier this week]. | 2023-11-06..2023-11-08
2023-11-08 | The parliament votes [later this week]. | 2023-11-08..2023-11-12
2023-11-08 | The parliament votes [later this month]. | 2023-11-08..2023-11-30
2023-11-08 | Profits rose [last quarter]. | 2023-07-01..2023-09-30
2023-11-08 | The front froze [last decade]. | 2010-01-01..2019-12-31
2023-11-08 | The fighting broke out [last weekend]. | 2023-11-04..2023-11-05
2023-11-08 | Fighting broke out [over the weekend]. | 2023-11-04..2023-11-05
2023-11-08 | The leaders will meet [this weekend]. | 2023-11-11..2023-11-12
2023-11-08 | The leaders will meet [next weekend]. | 2023-11-18..2023-11-19
2023-11-08 | The ferry sank [three days ago]. | 2023-11-05
2023-11-08 | The ferry sank [a day ago]. | 2023-11-07
2023-11-08 | The ferry sank [10 days ago]. | 2023-10-29
2023-11-08 | The ferry sank [two weeks ago]. | 2023-10-23..2023-10-29
2023-11-08 | The ferry sank [a week ago]. | 2023-10-30..2023-11-05
2023-11-08 | The ferry sank [three months ago]. | 2023-08-01..2023-08-31
2023-11-08 | The ferry sank [a month ago]. | 2023-10-01..2023-10-31
2023-11-08 | The ferry sank [five years ago]. | 2018-01-01..2018-12-31
2023-11-08 | [Two years ago] the ferry sank. | 2021-01-01..2021-12-31
2023-11-08 | Prices have risen [in the past three days]. | 2023-11-05..2023-11-08
2023-11-08 | Prices have risen [over the last two weeks]. | 2023-10-25..2023-11-08
2023-11-08 | Prices have risen [over the past year]. | 2022-11-08..2023-11-08
2023-11-08 | Prices have risen [in the last six months]. | 2023-05-08..2023-11-08
2023-11-08 | Prices will rise [in the next three days]. | 2023-11-08..2023-11-11
2023-11-08 | Prices will rise [over the coming two months]. | 2023-11-08..2024-01-08
2023-11-08 | The envoy will return [in three days]. | 2023-11-11
2023-11-08 | The envoy returns [in three days' time]. | 2023-11-11
2023-11-08 | The envoy returns [five days from now]. | 2023-11-13
2023-11-08 | The accord was reached in [2015]. | 2015-01-01..2015-12-31
2023-11-08 | The accord has held since [1994]. | 1994-01-01..1994-12-31
2023-11-08 | The accord will expire in [2030]. | 2030-01-01..2030-12-31
2023-11-08 | The accord was reached in [early 2015]. | 2015-01-01..2015-05-01
2023-11-08 | The war lasted [from 2014 to 2016]. | 2014-01-01..2016-12-31
2023-11-08 | The war lasted [between 2014 and 2016]. | 2014-01-01..2016-12-31
2023-11-08 | The [2014-2016] war was long. | 2014-01-01..2016-12-31
2023-11-08 | The [1914-18] war was long. | 1914-01-01..1918-12-31
2023-11-08 | Trade grew in [the 1990s]. | 1990-01-01..1999-12-31
2023-11-08 | Trade grew in [the early 2000s]. | 2000-01-01..2003-05-01
2023-11-08 | The talks failed in [October]. | 2023-10-01..2023-10-31
2023-11-08 | The talks failed in [March]. | 2023-03-01..2023-03-31
2023-11-08 | The talks failed in [May]. | 2023-05-01..2023-05-31
2023-11-08 | The talks failed in [December]. | 2022-12-01..2022-12-31
2023-11-08 | The talks will resume in [January]. | 2024-01-01..2024-01-31
2023-11-08 | The talks will resume in [December]. | 2023-12-01..2023-12-31
2023-11-08 | The talks failed in [October 2022]. | 2022-10-01..2022-10-31
2023-11-08 | The talks failed in [October of 2022]. | 2022-10-01..2022-10-31
2023-11-08 | The talks failed in [October last year]. | 2022-10-01..2022-10-31
2023-11-08 | The talks failed in [early October]. | 2023-10-01..2023-10-10
2023-11-08 | The talks failed in [mid-October]. | 2023-10-11..2023-10-21
2023-11-08 | The talks failed in [late October]. | 2023-10-22..2023-10-31
2023-11-08 | The talks were held [between March and May]. | 2023-03-01..2023-05-31
2023-11-08 | The talks were held [from March to May 2021]. | 2021-03-01..2021-05-31
2023-11-08 | Profits rose in [the third quarter of 2022]. | 2022-07-01..2022-09-30
2023-11-08 | Profits rose in [Q3 2022]. | 2022-07-01..2022-09-30
2023-11-08 | Profits rose in [the first quarter of last year]. | 2022-01-01..2022-03-31
2023-11-08 | He said [this past Sunday] that talks go on. | 2023-11-05
2023-11-08 | The talks resume [this coming Sunday]. | 2023-11-12
2023-11-08 | The talks resume [this Friday]. | 2023-11-10
2024-02-29 | The envoy arrived on [Thursday]. | 2024-02-29
2024-02-29 | The envoy arrived on [Friday]. | 2024-02-23
2024-02-29 | The ministers will meet on [Friday]. | 2024-03-01
2024-02-29 | The parliament dissolved [last month]. | 2024-01-01..2024-01-31
2024-02-29 | The parliament dissolved [last year]. | 2023-01-01..2023-12-31
2024-02-29 | The envoy left [yesterday]. | 2024-02-28
2024-02-29 | The envoy leaves [tomorrow]. | 2024-03-01
2024-02-29 | The treaty was signed on [February 29]. | 2024-02-29
2024-02-29 | The treaty was signed on [February 28]. | 2024-02-28
2024-02-29 | The ferry sank on [December 31]. | 2023-12-31
2024-12-30 | The envoy arrived on [Sunday]. | 2024-12-29
2024-12-30 | The ministers will meet on [Wednesday]. | 2025-01-01
2024-12-30 | The parliament meets [next week]. | 2025-01-06..2025-01-12
2024-12-30 | The parliament meets [this week]. | 2024-12-30..2025-01-05
2024-12-30 | The parliament meets [next month]. | 2025-01-01..2025-01-31
2024-12-30 | The leaders will meet on [January 2]. | 2025-01-02
2024-12-30 | The leaders met on [January 2]. | 2024-01-02?
2024-12-30 | Trade grew [last quarter]. | 2024-07-01..2024-09-30
2025-06-14 | The envoy arrived on [Friday]. | 2025-06-13
2025-06-14 | The envoy will arrive on [Monday]. | 2025-06-16
2025-06-14 | Fighting broke out [last week]. | 2025-06-02..2025-06-08
2025-06-14 | The leaders will meet [June 15-17] in Orlo. | 2025-06-15..2025-06-17
2025-06-14 | The ferry sank in [late May]. | 2025-05-22..2025-05-31
2022-01-01 | The envoy left [yesterday]. | 2021-12-31
2022-01-01 | The parliament dissolved [last month]. | 2021-12-01..2021-12-31
2022-01-01 | The parliament dissolved [last year]. | 2021-01-01..2021-12-31
2022-01-01 | The ministers met on [Thursday]. | 2021-12-30
2022-01-01 | The leaders will meet on [January 10]. | 2022-01-10
2022-01-01 | The leaders met on [December 16]. | 2021-12-16
2023-11-08 | Venn arrived in Orlo on [Saturday] for talks. | 2023-11-04
2023-11-08 | “We will vote on [Thursday],” she said. | 2023-11-09
2023-11-08 | The envoy would travel to Orlo on [Friday], the ministry said. | 2023-11-10
2023-11-08 | The strike hit a port on [Sunday night]. | 2023-11-05
2023-11-08 | A second round is planned for [November 20]. | 2023-11-20
2023-11-08 | The two leaders last met on [June 11]. | 2023-06-11
2023-11-08 | Elections will be held on [14 January]. | 2024-01-14
2023-11-08 | Elections will be held on [January 14, 2024]. | 2024-01-14
2023-11-08 | The accord was signed in Orlo on [Feb. 3, 2020], after long talks. | 2020-02-03
2023-11-08 | The law took effect on [1 July]. | 2023-07-01
2023-11-08 | The sanctions took effect on [Sept. 1]. | 2023-09-01
2023-11-08 | The sanctions will take effect on [Dec. 1]. | 2023-12-01
2023-11-08 | The mission may be extended until [March 31, 2025]. | 2025-03-31
2023-11-08 | The mandate expires on [15 December 2023]. | 2023-12-15
2023-11-08 | Venn has been in office since [May 2019]. | 2019-05-01..2019-05-31
2023-11-08 | Venn has been in office since [2019]. | 2019-01-01..2019-12-31
2023-11-08 | By [2035] the emissions must fall. | 2035-01-01..2035-12-31
2023-11-08 | The war of [1973] ended in a truce. | 1973-01-01..1973-12-31
2023-11-08 | The group was founded in [the late 1980s]. | 1986-09-02..1989-12-31
2023-11-08 | Reth visited Orlo in [September]. | 2023-09-01..2023-09-30
2023-11-08 | Reth will visit Orlo in [February]. | 2024-02-01..2024-02-29
2023-11-08 | Reth was released in [August]. | 2023-08-01..2023-08-31
2023-11-08 | The talks broke down in [November 2019]. | 2019-11-01..2019-11-30
2023-11-08 | The envoy was recalled [four days ago]. | 2023-11-04
2023-11-08 | The envoy was recalled [six weeks ago]. | 2023-09-25..2023-10-01
2023-11-08 | The envoy was recalled [ten years ago]. | 2013-01-01..2013-12-31
2023-11-08 | [Earlier this week] the envoy was recalled. | 2023-11-06..2023-11-08
2024-02-29 | The ministers met on [Wednesday]. | 2024-02-28
2024-02-29 | The ministers met [last week]. | 2024-02-19..2024-02-25
2024-02-29 | The ministers will meet [next week]. | 2024-03-04..2024-03-10
2024-02-29 | The ministers will meet [next month]. | 2024-03-01..2024-03-31
2024-02-29 | The ministers met [two days ago]. | 2024-02-27
2024-02-29 | The ministers met on [25 February]. | 2024-02-25
2024-12-30 | The ministers will meet in [January]. | 2025-01-01..2025-01-31
2024-12-30 | The ministers met in [November]. | 2024-11-01..2024-11-30
2024-12-30 | The ministers met on [Friday]. | 2024-12-27
2024-12-30 | The ministers met [earlier this year]. | 2024-01-01..2024-12-30
2025-06-14 | The ministers met on [Tuesday]. | 2025-06-10
2025-06-14 | The ministers will meet on [Thursday]. | 2025-06-19
2025-06-14 | The ministers met on [June 12]. | 2025-06-12
2023-11-08 | During a meeting between Venn and Reth in Orlo on [Monday], the delegation voiced concern. | 2023-11-06
2023-11-08 | The cabinet agreed to meet on [Thursday]. | 2023-11-09
2023-11-08 | Talks are to be held on [Monday] in Orlo. | 2023-11-13
2023-11-08 | The strike has gone on since [Monday]. | 2023-11-06
2023-11-08 | The strike, which on [Monday] hit a port, killed two. | 2023-11-06
2023-11-08 | “We will not yield,” Venn said on [Monday]. | 2023-11-06
2023-11-08 | He called it “a crime that will be punished” on [Tuesday]. | 2023-11-07
2023-11-08 | Venn told Reth J. Calo of Orlo on [Tuesday] that talks go on. | 2023-11-07
2023-11-08 | Officials said a vote on [Friday] would end the talks. | 2023-11-10
2023-11-08 | On [Monday] May told lawmakers to leave. | 2023-11-06
2023-11-08 | The law took effect on [June 16th of last year]. | 2022-06-16
2023-11-08 | The ban ends on [20 January next year]. | 2024-01-20
2023-11-08 | The deal runs [from January 2014 through March 2016]. | 2014-01-01..2016-03-31
2023-11-08 | The marchers came in [March] and April. | 2023-03-01..2023-03-31
2023-11-08 | The law was changed in [2008] and 2012. | 2008-01-01..2008-12-31
2023-11-08 | They plan to build it [over the next decade]. | 2023-11-08..2033-11-08
2023-11-08 | The talks resume [next March]. | 2024-03-01..2024-03-31
2023-11-08 | The talks failed [last December]. | 2022-12-01..2022-12-31
2023-11-08 | The talks failed [this March]. | 2023-03-01..2023-03-31
2023-11-08 | The order of [2021/03/04] was void. | 2021-03-04
2023-11-08 | The envoy left on [Oct 7]. | 2023-10-07
2023-11-08 | The ceasefire began on [Christmas Day]. | 2022-12-25
2023-11-08 | Reth has not been seen [Last Week]. | 2023-10-30..2023-11-05
2023-11-08 | The ferry sank in [the Early 1990s]. | 1990-01-01..1993-05-01
- | The treaty was signed on [October 7, 2021]. | 2021-10-07
- | The treaty was signed on [2021-10-07]. | 2021-10-07
- | The accord was reached in [2015]. | 2015-01-01..2015-12-31
- | The talks failed in [October 2022]. | 2022-10-01..2022-10-31
- | The war lasted [from 2014 to 2016]. | 2014-01-01..2016-12-31
"""

DOUBTFUL = """
2023-11-08 | The books are read even [today]. | 2023-11-08?
2023-11-08 | The report on the [February 17] strike will be read. | -?
2023-11-08 | The treaty was signed on [07/10/2021]. | 2021-10-07?
2023-11-08 | [Last Thursday] the envoy left. | 2023-11-02
2023-11-08 | The envoy left [last Tuesday]. | -?
2023-11-08 | The envoy leaves [next Friday]. | -?
2023-11-08 | The envoy leaves [next Monday]. | 2023-11-13
2023-11-08 | Talks in Orlo on [Friday]. | -?
2023-11-08 | Profits rose in [the third quarter]. | 2023-07-01..2023-09-30?
2023-11-08 | The ferry sank [last summer]. | 2023-06-01..2023-08-31?
2023-11-08 | The talks should end by [the end of the month]. | -?
2023-11-08 | The ferry sank [about two weeks ago]. | 2023-10-23..2023-10-29?
2024-11-20 | The October 7 attack changed the region. | -?
2025-01-10 | The [October 7] attacks changed the region. | -?
2023-11-08 | Talks begin on [Monday], officials said. | -?
2023-11-08 | “We leave on [Monday],” he said. | -?
2023-11-08 | They have until [Friday] to leave. | -?
2023-11-08 | The two sides met ahead of [Thursday's] vote. | -?
2023-11-08 | The envoy welcomed the [Monday] talks. | -?
2023-11-08 | He could not be reached on [Monday]. | -?
2023-11-08 | Talks due on [Friday] were cancelled. | -?
2023-11-08 | A vote was moved to [April]. | -?
2023-11-08 | The two sides announced a plan on [Monday]. | -?
2023-11-08 | They welcomed the upcoming talks, in [July], of both sides. | -?
2023-11-08 | Needs 50 votes before the convention in [July], but Reth has been busy. | -?
2023-11-08 | The pact will give it the push needed for the vote [Tuesday]. | -?
2023-11-08 | She was born on [October 7]. | -?
2024-11-20 | Since [October 7], much has changed. | -?
2023-11-12 | The council will meet [this Tuesday]. | -?
2023-11-08 | It failed on [Monday, October 7]. | -?
2023-11-08 | The ministers will confer after the raid on [Saturday]. | -?
2023-11-08 | Reth may drop its campaign plans over the poor showing on [Saturday]. | -?
2023-11-08 | Reth will take part in the rally, a designated day in [August]. | -?
2023-11-08 | The ferry sank [more than two weeks ago]. | 2023-10-23..2023-10-29?
2023-11-08 | It was told [20 years ago]. | -?
2023-11-08 | The talks failed [last May]. | -?
2023-11-08 | The talks failed [the previous week]. | -
2023-11-08 | The treaty of [7 and 12 October] failed. | -
2023-11-08 | The treaty of [31 February 2021] failed. | -
2023-11-08 | The envoy left [three days later]. | -
2023-11-08 | The envoy left [two weeks earlier]. | -
2023-11-08 | The envoy left [the next day]. | -
2023-11-08 | The wall was built in two weeks. | -
- | The envoy arrived on [Tuesday]. | -
- | The treaty was signed on [October 7]. | -
- | The envoy left [yesterday]. | -
- | The ferry sank [three days ago]. | -
2025-06-14 | The fighting broke out [over the weekend]. | -?
"""

TRAPS = """
The two sides may meet again.
He may march on the capital.
Prime Minister Theresa May resigned.
April Smith and June Carter spoke.
August Venn led the delegation.
The committee adopted Resolution 2231 of the council.
Visitors came to Expo 2025 in Orlo.
The Agenda 2030 goals are far away.
The aid was worth $2000 a head.
The aid was worth 2,015 crowns.
About 2000 people fled the town.
More than 1900 soldiers were hurt.
The village lies at 1850 metres.
The team won 10-12 in the second half.
Black Friday sales fell.
The Good Friday Agreement still holds.
Ash Wednesday services were held.
On Super Tuesday the senator lost.
The October Revolution changed Russia.
The 7 October Hospital was shelled.
They crossed the 14 July Bridge.
The May Day rally was calm.
The March 14 Alliance lost seats.
Version 3.11 was released.
The minister is 45 and has two sons.
Every second house was hit.
The first quarter of the city fell.
He came second in the vote.
The plan has 12 points.
The Boeing 2020 order was cut.
The sun rose over the Sun Palace.
Wed to the idea, they went on.
The jury sat for hours.
A week is a long time in politics.
He spent years in prison.
The month of talks ended in nothing.
The day of the vote was calm.
A year of war has cost much.
Two days of talks ended in nothing.
A three-day visit was planned.
The five-year plan failed.
The 10-day truce held.
The 40-year-old envoy resigned.
The marching band played.
Decades of mistrust remain.
Weeks of talks failed.
Springfield is a town.
The fall of the city was quick.
The spring of the door broke.
They spring to their feet.
The summer house burned down.
Winter is coming.
The Marchetti plan was dropped.
Sunday Times readers were asked.
The ratio was 3/4 in favour.
Call 555-2020 for help.
Route 1990 is closed.
The year-end party was dull.
She has the last word.
The next man spoke.
They meet every Friday.
They met on a Friday.
They meet each May.
The Courier Today agreed.
He read the Orlo Sun. It was good.
The 1967 borders are disputed.
"""
