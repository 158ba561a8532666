"""How much each feature of a word and its neighbour speaks for the neighbour, in the order of `company`.

Source: a logistic regression on twelve words that spinners put one by one into each of 806 broadcasters'
articles (synonyms, wider and narrower words, pairs of spun papers), against the untouched words of the same
articles, those that are easily told apart left out; counts were those of another 806 articles.
`docs/quality.md` tells what they are worth with newspapers' articles, of which they have seen none.
"""

BIAS = -2.871
WORD = (
    -0.753,  # how often the archive says it
    0.173,  # the same, squared
    0.265,  # the archive does not know it
    -0.801,  # the article says it again
    -0.943,  # how often it does
    -3.863,  # and in the same pair of words
    0.311,  # stands before
    0.456,  # stands after
    -1.046,  # stands before, next to chance
    -1.267,  # stands after, next to chance
    -0.541,  # three, last
    -0.833,  # three, middle
    -0.803,  # three, first
    0.380,  # never seen beside either word
    -0.098,  # how often the archive says the word before
    -0.157,  # and the word after
    0.627,  # how many neighbours it has
    -0.123,  # how long the word is
)
"""About the word that is doubted; counts are logarithms."""
NEIGHBOUR = (
    0.647,  # how often the archive says it
    -0.170,  # the same, squared
    -0.185,  # stands before
    -0.228,  # stands after
    0.582,  # stands before, next to chance
    0.791,  # stands after, next to chance
    0.297,  # three, last
    0.160,  # three, middle
    0.291,  # three, first
    0.616,  # seen beside both words
    0.329,  # seen between both
    0.150,  # the article says it
    0.031,  # how often it does
    0.341,  # in this form
    0.049,  # after the same word
    0.201,  # before the same word
    0.633,  # words that agree around it
    -0.754,  # how far it is from the word
    -0.681,  # of how many it is a neighbour
    0.717,  # both begin with the same three letters
)
"""About the neighbour in its place."""
WEIGHTS = WORD + NEIGHBOUR
