"""Set phrases with a wrong word or order; pairs such as neither–nor."""

from __future__ import annotations

import re
from random import Random

from newslint.testing.injector.material.phrases import INFLECTED, ORDERED, SWAPPED
from newslint.testing.injector.registry import damage, near, sentences_of, swap, table

_WEAK = (
    "as good as",
    "as fine as",
    "at the second",
    "in actuality",
    "in the long running",
    "via the end of",
    "as a minimum",
    "on the evening of",
    "give you",
    "went directly to",
    "in words of",
    "off course",
    "proceeded on to go to",
)
_TABLE = {key: tuple(v for v in values if v not in _WEAK) for key, values in SWAPPED.items()}
_NO_VERB_READING = {k: v for k, v in _TABLE.items() if k not in ("set up", "led to", "due to", "gave up")}
damage("frames/word-swapped", table(_NO_VERB_READING), safe=False)
damage(
    "frames/order",
    table(
        {
            k: (v,)
            for k, v in ORDERED.items()
            if k
            not in (
                "there is",
                "to be",
                "not only",
                "has been",
                "had been",
                "will be",
                "the fact that",
                "for example",
            )
        }
    ),
)
damage(
    "frames/order-auxiliary",
    swap(
        r"\b(?:which|who|that|it|he|she|they) (?P<x>has been|had been|will be|would be|have been|could be|may be)(?= [a-z]+(?:ed|en)\b)",
        lambda m, rng: " ".join(reversed(m["x"].split())),
    ),
)
damage("frames/inflected", table(INFLECTED), safe=True)


def _words_of(match: re.Match[str]) -> list[str]:
    return match["x"].split()


_LONG = (
    "on the other hand|at the same time|for the first time|in the wake of|in the face of|in spite of|on behalf of|in terms of|in order to|"
    "as a result of|at the end of|in the middle of|by the end of|as soon as possible|in the long run|at the very least|once and for all|"
    "more or less|sooner or later|as far as|as long as|as well as|in accordance with|with regard to|at the expense of|on the eve of|"
    "on the verge of|on the brink of|in the course of|for the sake of|in the light of|in addition to|on top of|in response to"
)
_DROPPABLE = {"on", "at", "for", "in", "as", "by", "of", "to", "with", "the"}
_DROPS_FINE = (
    "at the very least",
    "on top of",
    "in spite of",
    "in order to",
    "as soon as possible",
    "in the light of",
    "as far as",
    "as long as",
    "more or less",
    "sooner or later",
    "once and for all",
)


def _lost_word(match: re.Match[str], rng: Random) -> str | None:
    words = _words_of(match)
    if match["x"] in _DROPS_FINE:
        return None
    return (
        " ".join(words[:-1]) if words[-1] in ("of", "to", "with", "as") else " ".join([words[0], *words[2:]])
    )


damage(
    "frames/word-lost",
    swap(rf"\b(?P<x>{_LONG})\b(?= (?:the|a|an|his|its|their|[a-z]+ing|[a-z]+s)\b)", _lost_word),
)
damage(
    "frames/word-put-in",
    swap(
        rf"\b(?P<x>{_LONG})\b",
        lambda m, rng: " ".join(
            [
                *_words_of(m)[:-1],
                rng.choice(
                    (
                        "very",
                        "really",
                        "big",
                        "quite",
                        "some",
                        "so much",
                        "always",
                        "good",
                        "whole of the",
                        "already",
                        "such",
                    )
                ),
                _words_of(m)[-1],
            ]
        ),
    ),
)
damage(
    "frames/word-twice",
    swap(rf"\b(?P<x>{_LONG})\b", lambda m, rng: " ".join([*_words_of(m), _words_of(m)[-1]])),
)
damage(
    "frames/last-word-wrong",
    swap(
        r"\b(?P<x>in addition to|on behalf of|in terms of|in spite of|in favour of|in favor of|as a result of|in response to|with regard to|with respect to|in accordance with|in front of|in charge of|on top of|in line with|in touch with|in connection with|at the end of|in the middle of|in the wake of|in the face of|on the eve of|on the verge of|on the brink of|in the course of|at the expense of|by means of)\b",
        lambda m, rng: (
            m["x"].rsplit(" ", 1)[0]
            + " "
            + rng.choice(
                [w for w in ("from", "by", "onto", "than", "into", "among") if w != m["x"].rsplit(" ", 1)[1]]
            )
        ),
    ),
)
damage(
    "frames/first-word-wrong",
    swap(
        r"\b(?P<x>in addition to|on behalf of|in terms of|in spite of|in favour of|in favor of|in response to|with regard to|in accordance with|on the other hand|at the same time|for the first time|as a result of|in the wake of|in the face of|on the eve of|on the verge of|at the expense of|at the moment|at the time|in the meantime|in the long term|in the short term|in recent years|in the past)\b",
        lambda m, rng: (
            rng.choice([w for w in ("of", "than", "among", "into", "till", "onto") if w != m["x"].split()[0]])
            + " "
            + m["x"].split(" ", 1)[1]
        ),
    ),
)


# Pairs

damage(
    "frames/neither-or",
    swap(
        r"\b[Nn]either [^.;:\n\"“”]{3,50}? (?P<x>nor)\b", lambda m, rng: rng.choice(("or", "and", "neither"))
    ),
    sentences_of(
        "Neither side in {country} [[or||nor]] its backers abroad has signed.",
        "The house has neither water [[or||nor]] power, {name} said.",
        "He spoke neither of {matter} [[and||nor]] of the money.",
        "Neither rain [[and||nor]] cold kept the crowds of {city} at home.",
        "Neither {name} [[or||nor]] {name} was in {city} that day.",
        "The plan is neither cheap [[and||nor]] quick, {name} said.",
        "Neither the bank [[neither||nor]] {org} replied by {day}.",
        "It was neither asked for [[or||nor]] wanted, the letter said.",
    ),
)
damage(
    "frames/either-nor",
    swap(r"\b[Ee]ither [^.;:,\n\"“”]{3,40}? (?P<x>or)\b", lambda m, rng: rng.choice(("nor", "and either"))),
    sentences_of(
        "You can either walk [[nor||or]] take the bus, the sign in {city} says.",
        "It will be built either here [[nor||or]] in {country}, {org} said.",
        "Either the pump failed [[and either||or]] the pipe burst, engineers believe.",
        "Fines are paid either by card [[nor||or]] in cash.",
        "Either {name} [[nor||or]] {name} will speak on {day}.",
        "They must either pay [[and either||or]] leave, {org} said.",
        "The money went either to {city} [[nor||or]] to {country}.",
    ),
    safe=True,
)
damage(
    "frames/both-or",
    swap(
        r"\b[Bb]oth (?:the |his |her |their )?[A-Za-z]+ (?P<x>and)(?= (?:the |his |her |their )?[A-Za-z]+)",
        lambda m, rng: rng.choice(("or", "as", "but also", "with")),
    ),
    sentences_of(
        "Both the mayor [[or||and]] the bishop spoke, {name} said.",
        "Both trains [[with||and]] buses were late on {day}.",
        "She speaks both Greek [[as||and]] Turkish.",
        "Both sides [[as||and]] their lawyers met in {city}.",
        "Both {city} [[or||and]] {city} have new trams.",
        "The law covers both owners [[but also||and]] tenants, {name} said.",
    ),
    safe=True,
)
damage(
    "frames/not-only-and",
    swap(
        r"\bnot only [^.;:\n\"“”]{3,60}?(?P<x>but also)\b",
        lambda m, rng: rng.choice(("and also", "also but", "as also", "but too also")),
    ),
    sentences_of(
        "{name} is not only a doctor [[and also||but also]] a judge.",
        "The fire destroyed not only the roof [[as also||but also]] the {things}.",
        "It will cost not only money [[but too also||but also]] time, {org} warned.",
        "They want not only a vote [[also but||but also]] a say in {matter}.",
        "It is not only slow [[and also||but also]] dear, {name} said.",
        "They lost not only the cup [[also but||but also]] {n} fans.",
        "Not only {city} [[as also||but also]] {city} has asked for money.",
    ),
)
damage(
    "frames/so-that-as",
    swap(
        r"\bso (?:many|much|big|bad|strong|high|close|badly|far|few|popular|great|difficult) (?P<x>that)(?= (?:the|he|it|they|she|we|some|even)\b)",
        lambda m, rng: rng.choice(("than", "as", "what")),
    ),
    sentences_of(
        "{name} was so ill [[than||that]] the trial was put off.",
        "So few came [[than||that]] the hall was closed.",
        "Prices rose so fast [[what||that]] shops in {city} stopped marking them.",
        "The fog was so thick [[as||that]] {small} flights were diverted.",
        "The queue was so long [[than||that]] some went home.",
        "It rained so hard [[as||that]] the match was called off.",
        "There were so many {things} [[what||that]] {city} ran out of room.",
    ),
)
damage(
    "frames/as-as-broken",
    swap(
        r"\bas (?:many|much|high|long|far|soon|low|few|early|late|good|big|large|little|well) (?P<x>as)\b",
        lambda m, rng: rng.choice(("like", "than", "how", "that")),
    ),
    sentences_of(
        "The tower is twice as high [[than||as]] the church.",
        "{city} is not as rich [[like||as]] it was, {name} said.",
        "They came as fast [[how||as]] they could.",
        "It costs as much [[than||as]] a house in {city}.",
        "It is as old [[than||as]] the bridge in {city}.",
        "As many [[like||as]] {n} {things} were lost, {name} said.",
    ),
    share=0.15,
)
damage(
    "frames/same-as-like",
    swap(
        r"\bthe same (?:[a-z]+ )?(?P<x>as)(?= (?:the|a|in|it|he|last|his|those)\b)",
        lambda m, rng: rng.choice(("like", "than", "from", "how")),
    ),
    sentences_of(
        "They face the same charge [[like||as]] {family}, the court heard.",
        "It is the same colour [[than||as]] the old one.",
        "The rule is the same in {country} [[like||as]] in {country}.",
        "He gave the same answer [[how||as]] before.",
        "The price is the same [[like||as]] last year, {org} said.",
        "He wears the same coat [[than||as]] in {year}.",
    ),
)
damage(
    "frames/whether-or-if",
    swap(
        r"\b(?P<x>whether or not)\b",
        lambda m, rng: rng.choice(
            ("whether nor not", "whether or no not", "either or not", "wether and not")
        ),
    ),
    sentences_of(
        "{name} did not say [[whether nor not||whether or not]] the ship was insured.",
        "[[Either or not||Whether or not]] it rains, the fair opens on {day}.",
        "It depends on [[wether and not||whether or not]] {org} agrees.",
        "They will vote on [[whether nor not||whether or not]] to close {matter}.",
        "Nobody knows [[either or not||whether or not]] {name} will stay.",
    ),
)
damage(
    "frames/the-more-more",
    writer=sentences_of(
        "The more they ask, [[more||the more]] he smiles, {name} said.",
        "[[Sooner||The sooner]] it ends, the better for {city}.",
        "The longer the strike, [[higher||the higher]] the cost, {org} said.",
        "The [[most||more]] people come, the worse the queues in {city} get.",
        "The older he got, [[lesser||the less]] he spoke of {country}.",
    ),
)
damage(
    "frames/no-sooner",
    writer=sentences_of(
        "No sooner had he sat down [[when||than]] the lights went out.",
        "No sooner was {matter} agreed [[as||than]] {name} resigned.",
        "Hardly had the game begun [[than that||when]] rain stopped it.",
        "He had scarcely left {city} [[that||when]] the news came.",
    ),
)
damage(
    "frames/proverb-broken",
    writer=sentences_of(
        "It was the straw that broke the camel's [[spine of back||back]], {name} said.",
        "The plan is back to [[rectangle||square]] one, said {name}.",
        "He has let the cat out of the [[luggage||bag]], according to {family}.",
        "{org} has a lot on its [[dish||plate]], {name} said.",
        "They are in the same [[ship||boat]], said {name} of {city} and {city}.",
        "The ball is in their [[courtyard||court]], {name} said.",
        "The tip of the [[ice mountain||iceberg]], {name} called it.",
        "It is raining cats and [[puppies||dogs]] in {city}, the forecaster said.",
        "That ship has [[navigated||sailed]], {name} told the meeting.",
        "They must bite the [[projectile||bullet]], {name} said.",
        "The news came as a bolt from the [[azure sky of blue||blue]].",
        "Actions speak [[noisier||louder]] than words, {name} said.",
        "A picture is worth a thousand [[phrases||words]], as {family} put it.",
        "They are barking up the wrong [[bush||tree]], {name} said.",
        "The devil is in the [[particulars||detail]], {name} warned.",
        "It will happen when pigs [[are flying over||fly]], {name} joked.",
        "He took it with a pinch of [[sodium||salt]].",
        "There is light at the end of the [[underpass||tunnel]], said {name}.",
        "{family} threw in the [[napkin||towel]] on {day}.",
        "The elephant in the [[chamber||room]] is {matter}.",
        "They missed the [[omnibus||bus]], {name} said of the club's bid.",
        "He was caught red-[[palmed||handed]], police said.",
        "It cost an arm and a [[foot||leg]], {name} said.",
        "They left no stone [[unrotated||unturned]], police in {city} said.",
    ),
    safe=True,
)


# Near misses

near(
    "frames/variants-by-right",
    writer=sentences_of(
        "On the one hand it is cheap; on the other, it is ugly, {name} said.",
        "He held it in the other hand, on the other side of the road.",
        "They came in the order in which they had been called, one of many orders that day.",
        "The ends of the days were cold, and the results of the tests were late.",
        "At the same times of the day and at the very same place, {name} saw it again.",
        "With all due regard to the law and in full accordance with it, {org} refused.",
        "By the very end of {month}, and in the very middle of {city}, it was done.",
        "In whose name, on whose behalf and at whose expense, {name} asked, was it built?",
    ),
)
near(
    "frames/pairs-by-right",
    writer=sentences_of(
        "Neither has called, or written, or sent word, {name} said.",
        "Either of them, and both of us, could have won, {name} said.",
        "Both, or all three, of the bridges will close on {day}.",
        "It is not only {city}; half of {country} has the same trouble.",
        "He is as tall as, or taller than, his brother.",
        "So far, so good; so much for that; so be it.",
        "Whether it rains or shines, and whether they like it or not, the match is on.",
    ),
)
near(
    "frames/wordplay",
    writer=sentences_of(
        '"The early bird gets the wurst," reads the sign outside a {city} butcher.',
        "The shop, called Loaf at First Sight, opens in {city} on {day}.",
        "It is less a storm in a teacup than a teacup in a storm, {name} said.",
        "He let the cat out of the box: it had been asleep there for {small} hours.",
        "They put all their eggs in {small} baskets and sold them at the market in {city}.",
    ),
)
