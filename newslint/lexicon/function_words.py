"""Function words of several languages, by ISO 639-1 code; own compilation.

A word is listed only if English does not have it (“die”, “was”, “on” and “no” prove nothing), and only in
Latin letters; other scripts identify themselves.
"""

from __future__ import annotations

ENGLISH = frozenset(
    """
    about after against although among and anyone because been before being between but could did does
    during each ever every everyone from had has have her herself him himself his how however into itself
    might must myself nobody nor nothing of once only other our ourselves said says several she should
    since some somebody someone something such than that the their them themselves then there these they
    this those though through to too toward towards under until unless upon we were what when where
    whether which while who whose why will with within without would you your yourself yours it its is
    are was for by at as he if not or be on an in do
    """.split()
)
"""The most frequent words of English prose; a sentence of six words hardly ever lacks them."""
STRICTLY_ENGLISH = ENGLISH - frozenset(
    """
    had has her him his in is it an on at as by do or for are was we he to be if too not will of over
    """.split()
)
"""Those that are not words of another language here."""

FOREIGN = {
    language: frozenset(words.split())
    for language, words in {
        "de": """
            das niemand neue neuen sagte zwei jahr jahren unter schon wieder dann aber alle
            als auch auf aus bei beim bis dass dem den denen der des dieser diese dieses
            doch durch ein eine einem einen einer eines für gegen hatte hatten ihr ihre
            ihren im ist kann kein keine können mehr mit muss müssen nach nicht noch nur ob
            oder ohne sei seine seiner seit sich sie sind soll sollen sollte über und uns
            vom von vor waren wegen weil wenn werden wie wir wird wurde wurden würde zum zur
            zwischen
            """,
        "fr": """
            ville dit personne ans afin ainsi alors après au aussi autre aux avait avant
            avec avoir ce cela ces cette ceux chez contre dans depuis des deux dont du elle
            elles en entre est et était été être eux fait il ils je jusqu la le les leur
            leurs lors lui mais même moins nous ont ou où par parce pas pendant peu pour
            quand que qu qui sa sans selon sera ses si sont sous sur tous tout toute très
            une vers vous
            """,
        "es": """
            dijo año años dinero todos algo ante aunque cada como con contra cuando cuyo del
            desde donde dos durante el ella ellos en entre eran es esa ese esta está están
            este esto estos fue fueron ha haber había hace hacia han hasta hay la las le les
            lo los más mientras mismo mucho muy ni nos otro otros para pero poco por porque
            que quien quienes se según ser será sido sin sino sobre su sus también tanto
            tiene todo tras una unos y ya
            """,
        "pt": """
            disse anos nada ainda três à ao aos até cada como contra da das dela dele depois
            desde dos ela ele eles em entre eram essa esse esta está estão este foi foram há
            isso já lhe mais mas mesmo muito na nas não nem nos nova novo num numa o onde os
            ou para pela pelas pelo pelos pode por porque quando que quem são se segundo sem
            ser será seu seus sobre sua suas também tem têm ter todos um uma
            """,
        "it": """
            detto anni stato prima nessuno agli ai alla alle allo anche che chi ci con
            contro cui da dagli dai dal dalla dalle degli dei del della delle dello di dopo
            dove è erano essere fra gli ha hanno il la le lo loro ma nei nel nella nelle
            nuovo o ogni perché più poi può quale quando quella quello questa questo se
            secondo sei senza si sia sono stata su sua sugli sui sul sulla suo suoi tra
            tutti una uno
            """,
        "nl": """
            zegt jaar niemand eerste uur aan alle als bij binnen dan dat deze dit doen dus
            een en er geen gaan hebben heeft het hij hun ik ja je kan kunnen maar meer mijn
            moet moeten na naar niet nog nu om omdat ons onze ook sinds te tegen tot tussen
            uit vanaf veel volgens voor waar wat weer welke werd werden wie wij worden wordt
            zal ze zei zich zij zijn zo zonder zou
            """,
        "sv": """
            sade ingen första året alla att av bara blev bli blir dem den denna deras det
            detta då där efter eller en enligt ett flera från för genom han hans har hennes
            hon hur ifrån inga inom inte jag kan kommer kunde mellan mer mot mycket måste ni
            nu när någon några och också om oss på sedan ska skulle sig sina själv som så
            till upp ut utan var vara varit vi vid vilket än är
            """,
        "da": """
            sagde ingen første året alle af blev blevet blive bliver da dem den denne der
            deres det dette din efter eller en er et fra få før gennem ham han hans har
            havde hende hendes hun hvad hvis hvor ifølge igen ikke ind jeg jo kan kom kun
            kunne lidt mange med mellem meget mig mod når nogen nogle nu og også om os på
            samt selv sig sin sine skal skulle som til ud uden var ved vi vil ville være
            været
            """,
        "no": """
            sa ingen første året alle av ble blitt bli da deg dem den denne der deres det
            dette du eller en enn er et etter fra før gjennom ham han hans har hadde henne
            hennes hun hva hvis hvor ifølge igjen ikke inn jeg kan kom kunne litt mange med
            mellom mer meg mot mye når noe noen nå og også om opp oss på selv seg sin sine
            skal skulle som til ut uten var ved vi vil ville være vært
            """,
        "fi": """
            sanoi kukaan ensin vasta kaikki ei eikä eivät ennen ettei että hän hänen heidän
            hyvin itse ja jo joka jolla jonka jos jossa jota jotka juuri kanssa koko koska
            kuin kuinka kuitenkin kun kuten lähes lisäksi meidän mikä minkä mitä mukaan muun
            muuta mutta myös niiden niin niitä noin nyt oli olisi olivat olla olleet ollut
            ovat sekä sen se siitä sille sitä tai tämä tämän tätä uusi vaan vain vielä voi
            vuoden vuonna yli
            """,
        "pl": """
            stary pierwszy dopiero godzinie nikt kto choć powiedział dodał aby ale bardzo
            bez był była było były być czy dla dwa gdy gdzie ich ile im innych ją jak jako
            jego jej jest jeśli już kiedy która które którego której których który którym
            lat ma mają między może można nad nie niż o od oraz pod po poza przed przez przy
            roku są się sobie swoje także tam tej tego tym tylko tych u w więc wszystko z za
            ze że
            """,
        "cs": """
            nikdo kdo řekl dodal pondělí první aby ale ani asi bude budou byl byla bylo byly
            být další jak jako je jeho jejich její jen jenže ještě již jsem jsme jsou k kde
            kdy kdyby když které který která mezi mu má mají může na nad nebo není nich o od
            pak po pod podle pouze proti proto protože před při se si své ta tak také tam
            tom tu už u více však z za ze že
            """,
        "ro": """
            nici nimeni spus primul abia când deși foarte cine ne acest această acum ale ar
            asta astfel au avea ca că câte cât ce cea cei cele cu cum decât deja despre din
            dintre doar după ei el ele erau este există fi fie fost iar în între la le lor
            lui mai mult nu o pe pentru prin printre să sa sau se sub sunt și toate tot una
            unde unei unor unui va vor
            """,
        "hu": """
            senki nem azt ezt hogy első akik aki amely amelyek ami arra azonban az csak egy
            egyik el ellen elő előtt ez ezek ezért ha hanem itt kell ki közben közül között
            le lehet lesz lett még meg mely mellett mert mint minden már mások nagyon ne
            nincs olyan össze pedig sem szerint számára így úgy után vagy volt voltak
            """,
        "tr": """
            dedi sonra kimse henüz için ilk ama ancak ben beri bile bir biz bu bunun çok
            daha değil diye dolayı en etti gibi göre hem ile ise kadar karşı ki kim mı mi
            nasıl ne o olan olarak oldu olduğu olduğunu olması onlar onun önce sadece şey şu
            tarafından tüm üzere üzerinde var veya ya yeni yok zaman
            """,
        "et": """
            ütles kes aga ainult ei ega ehk et ette heaks ja järel järgi ka kas keda kelle
            kogu kohta kui kuid kuidas kus küll läbi ma mida mille millal mis mitte nad neid
            nende nii ning nüüd oli olid olla olnud oma pärast peab seal seda selle sellest
            siis ta tema üle vaid veel või
            """,
        "lv": """
            teica kas ar arī bez bija būs būt caur gan ir jau ja jo ka kad kā ko kur kura
            kurā kuri ļoti nav ne nevar pat par pēc pie pirms ra savu savā šis šo šī tā tad
            taču tas tika tikai uz vai vairāk var viņa viņš viņi vēl
            """,
        "lt": """
            sakė kas ar apie bei buvo būti dar dėl iki ir iš į jau jei jie jis jo jos jų
            juos kad kai kaip kita kur kurie kuris kurių metu nes nuo o pagal po prieš prie
            savo su ši šis šių tai taip tačiau tarp tik turi už yra ypač
            """,
        "la": """
            ante nam nemo eorum qui quorum aut etiam neque dixit ab ac apud atque autem cum
            dum ego eius enim erat esse est et haec hic hoc iam id illa ille inter ipse ita
            nec nisi nunc ob quae quam quia quibus quidem quod quoque sed si sic sine sunt
            tamen tum ubi ut vel
            """,
    }.items()
}

SHARED = {
    language: frozenset(words.split())
    for language, words in {
        "de": "am an die hat in man so war was",
        "fr": "a comment me on plus son ton",
        "es": "a al de era he me no son un",
        "pt": "a as com de do e no o",
        "it": "a ad al come e i in me no non per un",
        "nl": "de had in is of om over van was",
        "sv": "de i men var",
        "da": "at de for i man men over",
        "no": "at de for i man men over",
        "fi": "me on",
        "pl": "do i na po to w z",
        "cs": "a do i na po to v",
        "ro": "a al am de era un",
        "hu": "a be is s",
        "tr": "de ne",
        "et": "on see",
        "lv": "no to",
        "lt": "to tai",
        "la": "ab de est et in non per post",
    }.items()
}
"""Words shared with English or another language; they count only where nothing suggests English."""
