"""All forms of words that say when."""

from reader.text.dates import days_of_months, months, relative, weekdays
from reader.text.dates.forms import Forms

ALL = Forms(days_of_months.FORMS, months.FORMS, weekdays.FORMS, relative.FORMS)
