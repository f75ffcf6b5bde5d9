"""Where papers appear: the names of conferences and journals, however they are written -> one name each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hiretool.sourcing.words import fold


@dataclass(frozen=True, slots=True)
class Venue:
    """A conference or journal of the field."""

    name: str
    """As the field writes it: "NeurIPS"."""
    title: str
    """Spelled out, as in "the 42nd International Conference on Machine Learning", without "annual" or "IEEE"."""
    aliases: tuple[str, ...] = ()
    """Other short names; of a venue that changed its name, the old one."""
    titles: tuple[str, ...] = ()
    """Other names spelled out."""
    since: int = 1970
    """First year of it."""
    odd_years: bool | None = None
    """True: held in odd years only; False: in even ones; None: every year, or too irregular to say."""
    is_word: bool = False
    """Whether the short name is a word, or short for other things as well: it counts only in capitals as written."""
    posters_apart: bool = False
    """Whether posters there are no papers of the proceedings."""
    is_journal: bool = False
    """A journal is named without a year more often than with one."""

    def held_in(self, year: int) -> bool:
        """Whether there can have been one that year: "ICCV 2024" is a slip of the pen."""
        return year >= self.since and (self.odd_years is None or year % 2 == self.odd_years)


# Years are those of the first edition under any name, where known; 1970 stands for "early enough".
VENUES = (
    # Machine learning
    Venue("NeurIPS", "Conference on Neural Information Processing Systems", ("NIPS", "NeurlPS", "NeuIPS"),
          ("Advances in Neural Information Processing Systems", "Neural Information Processing Systems"), since=1987),
    Venue("ICML", "International Conference on Machine Learning", (), ("Int. Conf. on Machine Learning",)),
    Venue("ICLR", "International Conference on Learning Representations", since=2013),
    Venue("AISTATS", "International Conference on Artificial Intelligence and Statistics", (),
          ("Artificial Intelligence and Statistics",), since=1985),
    Venue("UAI", "Conference on Uncertainty in Artificial Intelligence", (),
          ("Uncertainty in Artificial Intelligence",), since=1985, is_word=True),
    Venue("COLT", "Conference on Learning Theory", (), ("Conference on Computational Learning Theory",), since=1988,
          is_word=True),
    Venue("ALT", "International Conference on Algorithmic Learning Theory", (), ("Algorithmic Learning Theory",),
          since=1990, is_word=True),
    Venue("COLM", "Conference on Language Modeling", (), ("Conference on Language Models",), since=2024),
    Venue("ACML", "Asian Conference on Machine Learning", since=2009),
    Venue("MLSys", "Conference on Machine Learning and Systems", ("SysML",), since=2018),
    Venue("MLHC", "Machine Learning for Healthcare Conference", (), ("Machine Learning for Healthcare",), since=2016),
    Venue("CHIL", "Conference on Health, Inference, and Learning", since=2020),
    Venue("RLC", "Reinforcement Learning Conference", since=2024, is_word=True),
    Venue("CoLLAs", "Conference on Lifelong Learning Agents", since=2022),
    Venue("CLeaR", "Conference on Causal Learning and Reasoning", since=2022, is_word=True),
    Venue("LoG", "Learning on Graphs Conference", (), ("Conference on Learning on Graphs",), since=2022, is_word=True),
    Venue("CPAL", "Conference on Parsimony and Learning", since=2024),
    Venue("SaTML", "IEEE Conference on Secure and Trustworthy Machine Learning", since=2023),
    Venue("ECML PKDD", "European Conference on Machine Learning and Principles and Practice of Knowledge Discovery in "
          "Databases", ("ECML-PKDD", "ECML/PKDD", "ECMLPKDD", "PKDD/ECML", "ECML"), since=1986),
    Venue("IJCNN", "International Joint Conference on Neural Networks"),
    Venue("ICANN", "International Conference on Artificial Neural Networks", since=1991),
    # Artificial intelligence
    Venue("AAAI", "AAAI Conference on Artificial Intelligence", (), ("Conference of the Association for the "
          "Advancement of Artificial Intelligence",), since=1980),
    Venue("IJCAI", "International Joint Conference on Artificial Intelligence",
          ("IJCAI-ECAI", "IJCAI/ECAI", "IJCAI-PRICAI"),
          ("International Joint Conferences on Artificial Intelligence",)),
    Venue("ECAI", "European Conference on Artificial Intelligence"),
    Venue("AAMAS", "International Conference on Autonomous Agents and Multiagent Systems", (),
          ("International Conference on Autonomous Agents and Multi-Agent Systems",), since=2002),
    Venue("ICAPS", "International Conference on Automated Planning and Scheduling", since=1990),
    Venue("KR", "International Conference on Principles of Knowledge Representation and Reasoning", is_word=True),
    Venue("AIES", "Conference on AI, Ethics, and Society", (), ("Conference on AI, Ethics, & Society",
          "Conference on AI, Ethics and Society", "Conference on Artificial Intelligence, Ethics, and Society"),
          since=2018),
    Venue("FAccT", "Conference on Fairness, Accountability, and Transparency", ("FAT*",), since=2018),
    # Vision
    Venue("CVPR", "Conference on Computer Vision and Pattern Recognition", (),
          ("Computer Vision and Pattern Recognition Conference", "Computer Vision and Pattern Recognition"),
          since=1983),
    Venue("ICCV", "International Conference on Computer Vision", since=1987, odd_years=True),
    Venue("ECCV", "European Conference on Computer Vision", since=1990, odd_years=False),
    Venue("ACCV", "Asian Conference on Computer Vision", since=1993),
    Venue("WACV", "Winter Conference on Applications of Computer Vision", since=1992),
    Venue("BMVC", "British Machine Vision Conference", since=1990),
    Venue("3DV", "International Conference on 3D Vision", since=2013),
    Venue("ICIP", "International Conference on Image Processing"),
    Venue("ICPR", "International Conference on Pattern Recognition"),
    Venue("MICCAI", "International Conference on Medical Image Computing and Computer Assisted Intervention", (),
          ("Medical Image Computing and Computer-Assisted Intervention",
           "Medical Image Computing and Computer Assisted Intervention"), since=1998),
    Venue("MIDL", "Medical Imaging with Deep Learning", since=2018),
    Venue("IPMI", "Information Processing in Medical Imaging"),
    Venue("SIGGRAPH Asia", "ACM SIGGRAPH Conference and Exhibition in Asia", ("SIGGRAPH-Asia",), since=2008,
          posters_apart=True),
    Venue("SIGGRAPH", "Conference on Computer Graphics and Interactive Techniques", since=1974, posters_apart=True),
    Venue("ACM MM", "ACM International Conference on Multimedia",
          ("ACMMM", "ACM-MM", "ACM Multimedia", "MM"), ("International Conference on Multimedia",), since=1993,
          is_word=True),
    Venue("ICME", "International Conference on Multimedia and Expo", (), ("International Conference on Multimedia & "
          "Expo",), since=2000),
    # Language and speech
    Venue("ACL", "Annual Meeting of the Association for Computational Linguistics", ("ACL-IJCNLP",),
          ("Meeting of the Association for Computational Linguistics",), is_word=True),
    Venue("EMNLP", "Conference on Empirical Methods in Natural Language Processing", ("EMNLP-IJCNLP",),
          ("Empirical Methods in Natural Language Processing",), since=1996),
    Venue("NAACL", "Conference of the North American Chapter of the Association for Computational Linguistics",
          ("NAACL-HLT",), ("Conference of the Nations of the Americas Chapter of the Association for Computational "
          "Linguistics",), since=2000),
    Venue("EACL", "Conference of the European Chapter of the Association for Computational Linguistics", since=1983),
    Venue("AACL", "Conference of the Asia-Pacific Chapter of the Association for Computational Linguistics",
          ("IJCNLP-AACL", "AACL-IJCNLP", "AACL/IJCNLP", "IJCNLP/AACL"), since=2020),
    Venue("COLING", "International Conference on Computational Linguistics"),
    Venue("LREC-COLING", "Joint International Conference on Computational Linguistics, Language Resources and "
          "Evaluation", since=2024),
    Venue("LREC", "Language Resources and Evaluation Conference", (),
          ("International Conference on Language Resources and Evaluation",), since=1998, odd_years=False),
    Venue("CoNLL", "Conference on Computational Natural Language Learning", since=1997),
    Venue("Interspeech", "Annual Conference of the International Speech Communication Association", since=2000),
    Venue("ICASSP", "International Conference on Acoustics, Speech, and Signal Processing", (),
          ("International Conference on Acoustics, Speech and Signal Processing",)),
    Venue("ASRU", "Automatic Speech Recognition and Understanding Workshop"),
    Venue("ISMIR", "International Society for Music Information Retrieval Conference", since=2000),
    # Robotics
    Venue("CoRL", "Conference on Robot Learning", since=2017),
    Venue("ICRA", "International Conference on Robotics and Automation", since=1984),
    Venue("IROS", "International Conference on Intelligent Robots and Systems", (),
          ("International Conference on Intelligent Robots and Systems",), since=1988),
    Venue("RSS", "Robotics: Science and Systems", (), ("Robotics Science and Systems",), since=2005, is_word=True),
    Venue("L4DC", "Learning for Dynamics and Control Conference", since=2019),
    # Data, search, the web, people
    Venue("KDD", "Conference on Knowledge Discovery and Data Mining", ("SIGKDD", "ACM KDD"), since=1995),
    Venue("WWW", "Web Conference", ("TheWebConf", "WebConf", "Web Conf"), ("International World Wide Web Conference",),
          since=1994, is_word=True),
    Venue("WSDM", "International Conference on Web Search and Data Mining", since=2008),
    Venue("SIGIR", "Conference on Research and Development in Information Retrieval", since=1978),
    Venue("CIKM", "International Conference on Information and Knowledge Management", since=1992),
    Venue("RecSys", "Conference on Recommender Systems", since=2007),
    Venue("ECIR", "European Conference on Information Retrieval"),
    Venue("ICDM", "International Conference on Data Mining", since=2001),
    Venue("SDM", "SIAM International Conference on Data Mining", since=2001, is_word=True),
    Venue("PAKDD", "Pacific-Asia Conference on Knowledge Discovery and Data Mining", since=1997),
    Venue("SIGMOD", "International Conference on Management of Data"),
    Venue("VLDB", "International Conference on Very Large Data Bases", ("PVLDB",)),
    Venue("ICDE", "International Conference on Data Engineering"),
    Venue("ICWSM", "International Conference on Web and Social Media", since=2007),
    Venue("CHI", "Conference on Human Factors in Computing Systems", since=1982, is_word=True, posters_apart=True),
    Venue("CSCW", "Conference on Computer-Supported Cooperative Work"),
    Venue("IUI", "International Conference on Intelligent User Interfaces", is_word=True),
    # Systems, software, security
    Venue("OSDI", "Symposium on Operating Systems Design and Implementation", since=1994),
    Venue("SOSP", "Symposium on Operating Systems Principles"),
    Venue("NSDI", "Symposium on Networked Systems Design and Implementation", since=2004),
    Venue("ASPLOS", "International Conference on Architectural Support for Programming Languages and Operating "
          "Systems"),
    Venue("ISCA", "International Symposium on Computer Architecture", is_word=True),
    Venue("EuroSys", "European Conference on Computer Systems", since=2006),
    Venue("ICSE", "International Conference on Software Engineering"),
    Venue("NDSS", "Network and Distributed System Security Symposium"),
    # Journals
    Venue("TMLR", "Transactions on Machine Learning Research", since=2022, is_journal=True),
    Venue("JMLR", "Journal of Machine Learning Research", since=2000, is_journal=True),
    Venue("TPAMI", "Transactions on Pattern Analysis and Machine Intelligence", ("T-PAMI", "PAMI"), since=1979,
          is_journal=True),
    Venue("IJCV", "International Journal of Computer Vision", since=1987, is_journal=True),
    Venue("TACL", "Transactions of the Association for Computational Linguistics", since=2013, is_journal=True),
    Venue("JAIR", "Journal of Artificial Intelligence Research", since=1993, is_journal=True),
)  # fmt: skip

FINDINGS = " Findings"
"""The Findings of ACL are proceedings of their own, beside those of the conference: "ACL Findings"."""

_BY_NAME = {venue.name: venue for venue in VENUES}
# Names with the year's digits run together: "cvpr2025", "nips2018", "NeurIPS'25", "www-2025".
_WITH_YEAR = re.compile(r"(.*?\D)[\s'’_,-]*((?:19|20)\d\d|(?<=['’])\d\d)", re.DOTALL)


def get(name: str) -> Venue | None:
    """The venue of that name; None if the vocabulary lacks it."""
    return _BY_NAME.get(name)


def canonical(name: str) -> str:
    """The field's name for a venue written in any way; what is not known stays as it is.

    >>> [canonical(name) for name in ("nips", "TheWebConf", "acl findings", "Bay of Reefs Meeting")]
    ['NeurIPS', 'WWW', 'ACL Findings', 'Bay of Reefs Meeting']
    """
    stripped = " ".join(name.split())
    key = _key(stripped)
    if known := _names().get(key):
        return known
    for part in ("findingsof", "findings"):
        if part in key and (known := _names().get(key.replace(part, "", 1).removeprefix("the"))):
            return known + FINDINGS
    return stripped


def with_year(text: str) -> tuple[str, int] | None:
    """Name and year where a list writes both in one word or file name; None where it does not.

    >>> with_year("nips2018"), with_year("ICML"), with_year("ICLR'25")
    (('NeurIPS', 2018), None, ('ICLR', 2025))
    """
    found = _WITH_YEAR.fullmatch(text.strip())
    if found is None:
        return None
    name, year = found[1].strip(" '’_,-"), found[2]
    return (canonical(name), int(year if len(year) == 4 else f"20{year}")) if name else None


@cache
def _names() -> dict[str, str]:
    return {
        _key(spelling): venue.name
        for venue in VENUES
        for spelling in (*venue.titles, venue.title, *venue.aliases, venue.name)
    }


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, fold(name)))
