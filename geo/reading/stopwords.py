"""The commonest small words and the scripts of languages that news is written in: the table behind `find_language`."""

from __future__ import annotations

STOP_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in a is that for on was with as by it from at are be has have had not this were which but "
        "an or he his they who their its will been after said more than she her also would when there we you i",
        "es": "el la de que y en los se del las un por con no una su para es al lo como más o pero sus le ha ya este",
        "fr": "le la les de des et en un une du que qui dans pour sur est au par pas plus ce il se ne avec son aux à",
        "pt": "o a de que e do da em um para com não uma os no se na por mais as dos como mas ao das à foi são pelo",
        "it": "il di che e la in un per è del non una sono con le da della i si al dei nel alla ha gli più anche",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus",
        "nl": "de het van een en in is dat op te zijn met voor die niet aan er om ook als bij door naar uit werd",
        "sv": "och i att det som en på är av för med till den har de inte om ett var från vid efter också kan",
        "no": "og i det er på som til en av for at med har de ikke den om et var fra ved etter også kan",
        "da": "og i at det er en til på som af for med de der ikke den har et om var fra ved efter også kan",
        "fi": "ja on ei että se oli hän mutta myös kun joka ovat sen ole mukaan kuin tai jo vuonna ollut",
        "pl": "i w na z się nie że do to o jest po od za jak dla przez był są przed jego także oraz ale",
        "cs": "a v se na je že s z do o k i to by pro jako ale za po byl jsou podle které který také",
        "ro": "și în de la a cu pe că din un o nu pentru care mai este au sunt fost prin după către",
        "hu": "a az és hogy nem is egy volt meg ez csak már el mint után szerint pedig között amely",
        "tr": "ve bir bu da de için ile olarak olan çok daha gibi sonra en ise kadar her ancak göre ne",
        "id": "yang dan di dari untuk dengan pada itu ini dalam akan tidak ke oleh telah juga ada mereka sebagai",
        "sw": "ya na wa kwa ni katika za la kuwa hiyo cha huo yake hilo pia kwamba wake baada ambayo huku",
        "so": "oo ka ku iyo waa in ee uu ay la ayaa soo ah ugu wax kale lagu sida",
        "vi": "và của là có được cho trong với các không này một những người đã đến tại khi cũng từ",
        "sq": "dhe në të e një për me që nga është më janë si u ka do nuk ishte",
        "hr": "i u je se na da su za od koji s a o što kako će iz nije bi ali",
    }.items()
}
"""ISO 639-1 code -> small words, lower case."""

SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("\u0400", "\u04ff", "ru"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "ar"),
    ("\u0750", "\u077f", "ar"),
    ("\u0370", "\u03ff", "el"),
    ("\u0530", "\u058f", "hy"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u1200", "\u137f", "am"),
    ("\u0900", "\u097f", "hi"),
    ("\u0980", "\u09ff", "bn"),
    ("\u0b80", "\u0bff", "ta"),
    ("\u0d80", "\u0dff", "si"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u1000", "\u109f", "my"),
    ("\u1780", "\u17ff", "km"),
    ("\u3040", "\u30ff", "ja"),
    ("\uac00", "\ud7a3", "ko"),
    ("\u4e00", "\u9fff", "zh"),
)
"""First and last letter of a script, and the language that it is mostly news in."""

SCRIPT_HINTS: tuple[tuple[str, str, str], ...] = (
    ("ru", "їєґі", "uk"),
    ("ru", "ўі", "be"),
    ("ru", "ђјљњћџ", "sr"),
    ("ar", "ٹڈڑےں", "ur"),
    ("ar", "پچژگک", "fa"),
    ("ar", "ټډړښځڅ", "ps"),
    ("zh", "のはをにが", "ja"),
)
"""A script's language, letters that it does not have, and the language that has them."""

LANGUAGE_NAMES: dict[str, str] = {
    "es": "Spanish", "fr": "French", "pt": "Portuguese", "it": "Italian", "de": "German", "nl": "Dutch",
    "sv": "Swedish", "no": "Norwegian", "da": "Danish", "fi": "Finnish", "pl": "Polish", "cs": "Czech",
    "ro": "Romanian", "hu": "Hungarian", "tr": "Turkish", "id": "Indonesian or Malay", "sw": "Swahili",
    "so": "Somali", "vi": "Vietnamese", "sq": "Albanian", "hr": "Croatian, Bosnian or Serbian", "ru": "Russian",
    "uk": "Ukrainian", "be": "Belarusian", "sr": "Serbian", "he": "Hebrew", "ar": "Arabic", "ur": "Urdu",
    "fa": "Persian", "ps": "Pashto", "el": "Greek", "hy": "Armenian", "ka": "Georgian", "am": "Amharic or Tigrinya",
    "hi": "Hindi", "bn": "Bengali", "ta": "Tamil", "si": "Sinhala", "th": "Thai", "my": "Burmese", "km": "Khmer",
    "ja": "Japanese", "ko": "Korean", "zh": "Chinese",
}  # fmt: skip
