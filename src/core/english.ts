/**
 * English texts in which a number may be one: `{n|day/days}` stands for the word that goes with the value of `n`. A text that is not here
 * stays as it is in the code.
 */
export const english: Readonly<Record<string, string>> = {
  'A question leaves when it is answered right {n} times in a row.': 'A question leaves when it is answered right {n} {n|time/times} in a row.',
  'Added {n} note folders': 'Added {n} note {n|folder/folders}',
  'Begin round {round}: {n} questions': 'Begin round {round}: {n} {n|question/questions}',
  'Due within {n} days': 'Due within {n} {n|day/days}',
  'In the last year you gave {answers} answers on {days} days; the fullest day had {most}.':
    'In the last year you gave {answers} {answers|answer/answers} on {days} {days|day/days}; the fullest day had {most}.',
  'In {n} reviews you remembered {measured}; {expected} was expected, your goal is {goal}.':
    'In {n} {n|review/reviews} you remembered {measured}; {expected} was expected, your goal is {goal}.',
  'Review {n} questions': 'Review {n} {n|question/questions}',
  'Solve {n} questions': 'Solve {n} {n|question/questions}',
  'The note asks in {n} kinds of questions, fewer than {least}': 'The note asks in {n} {n|kind/kinds} of questions, fewer than {least}',
  'The note has {n} diagrams, fewer than {least}': 'The note has {n} {n|diagram/diagrams}, fewer than {least}',
  'The note has {n} questions, fewer than {least}': 'The note has {n} {n|question/questions}, fewer than {least}',
  'The note has {words} words, fewer than {least}': 'The note has {words} {words|word/words}, fewer than {least}',
  'There are only {n} questions: the exam has as many': 'There {n|is/are} only {n} {n|question/questions}: the exam has as many',
  'This card was forgotten {n} times. Reading its note, splitting or suspending it helps more than another repetition.':
    'This card was forgotten {n} {n|time/times}. Reading its note, splitting or suspending it helps more than another repetition.',
  'This takes {least} reviews on different days; there are {n} so far. Until then the standard intervals know more.':
    'This takes {least} reviews on different days; there {n|is/are} {n} so far. Until then the standard intervals know more.',
  'Today you gave {answers} answers in {minutes} minutes, {percent} % of them right.':
    'Today you gave {answers} {answers|answer/answers} in {minutes} {minutes|minute/minutes}, {percent} % of them right.',
  'You have studied {n} days in a row; the longest streak is {longest}.': 'You have studied {n} {n|day/days} in a row; the longest streak is {longest}.',
  'forgotten {n} times': 'forgotten {n} {n|time/times}',
  '{cards} cards and {answers} answers were saved': '{cards} {cards|card/cards} and {answers} {answers|answer/answers} were saved',
  '{hits} of {right} right answers chosen, {extra} wrong': '{hits} of {right} right {right|answer/answers} chosen, {extra} wrong',
  '{kind} takes you longest: half of the answers take {seconds} seconds or more.':
    '{kind} takes you longest: half of the answers take {seconds} {seconds|second/seconds} or more.',
  '{n} cards': '{n} {n|card/cards}',
  '{n} cards from the start': '{n} {n|card/cards} from the start',
  '{n} cards were saved for Anki': '{n} {n|card was/cards were} saved for Anki',
  '{n} cards were wrong twice or more; the hardest {wrong} times of {answers}.':
    '{n} {n|card was/cards were} wrong twice or more; the hardest {wrong} {wrong|time/times} of {answers}.',
  '{n} days': '{n} {n|day/days}',
  '{n} days in a row': '{n} {n|day/days} in a row',
  '{n} lines with a problem': '{n} {n|line/lines} with a problem',
  '{n} minutes': '{n} {n|minute/minutes}',
  '{n} minutes left': '{n} {n|minute/minutes} left',
  '{n} months': '{n} {n|month/months}',
  '{n} questions were connected with their records again': '{n} {n|question was connected with its/questions were connected with their} records again',
  '{n} questions were written into a new note': '{n} {n|question was/questions were} written into a new note',
  '{n} records were added; those there were are as before': '{n} {n|record was/records were} added; those there were are as before',
  '{n} records were saved': '{n} {n|record was/records were} saved',
  '{n} times wrong': '{n} {n|time/times} wrong',
  '{n} topics': '{n} {n|topic/topics}',
  '{n} years': '{n} {n|year/years}',
  '{questions} questions · {minutes} minutes · pass mark {pass} %':
    '{questions} {questions|question/questions} · {minutes} {minutes|minute/minutes} · pass mark {pass} %',
  '{right} of {total} blanks right': '{right} of {total} {total|blank/blanks} right',
  '{shown} of {total} cards': '{shown} of {total} {total|card/cards}',
  '{topics} topics are left on {days} days; from {when} on there is only review.':
    '{topics} {topics|topic is/topics are} left on {days} {days|day/days}; from {when} on there is only review.',
  '{week} cards come back within a week, {all} within 30 days; the fullest day is {when} with {most}.':
    '{week} {week|card comes/cards come} back within a week, {all} within 30 days; the fullest day is {when} with {most}.',
};
