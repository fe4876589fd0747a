/** What a working draft says about one section, with the topic put in where `{topic}` stands. */
export type PlanSection = { heading: string; question: string; evidence: string; method: string; supply: string };
export type PlanTexts = {
  intro: string;
  /** Where some material came: its sentences follow. */
  introKnown: string;
  question: string;
  evidence: string;
  method: string;
  supply: string;
  sections: PlanSection[];
};

const english: PlanTexts = {
  intro:
    "This is a working draft on {topic}{audience}. No source material came with the request, so it states no facts. Each section names the question to answer, the evidence that would answer it, and a way to get that evidence. Replace every line marked “To supply” before this goes to review as an article.",
  introKnown:
    "This is a working draft on {topic}{audience}. The material that came with the request is too short for an article; all that it says stands below. Each section names the question to answer, the evidence that would answer it, and a way to get that evidence. Replace every line marked “To supply” before this goes to review as an article.",
  question: "Question",
  evidence: "Evidence needed",
  method: "How to get it",
  supply: "To supply",
  sections: [
    {
      heading: "Why it matters now",
      question: "Why should a reader care about {topic} today, and what has changed recently?",
      evidence: "One recent, dated development and the people it affects, with a figure that shows its size.",
      method:
        "Search the last twelve months of trade press and official statistics; call one person who works with it every day and ask what is different from last year.",
      supply: "the development, its date, its source, and one sentence on who notices it.",
    },
    {
      heading: "What it is",
      question: "What exactly does {topic} mean here, and what is left out?",
      evidence:
        "A definition from a standard, a textbook or the organisation responsible, and one example that makes it concrete.",
      method:
        "Look the term up in the field’s reference works, compare two definitions, and let an expert confirm the one that is used.",
      supply: "the definition with its source, and an example that readers know from their own lives.",
    },
    {
      heading: "How it works",
      question: "Which steps or causes lead from the beginning to the result?",
      evidence: "The steps in their order, what each depends on, and where things usually go wrong.",
      method:
        "Watch the process once or have it shown on a call; draw it on one page and ask the person in charge to correct the drawing.",
      supply: "the corrected list of steps, and a photograph or diagram that may be used.",
    },
    {
      heading: "What the figures say",
      question: "What do measurements say about {topic}, and how sure are they?",
      evidence:
        "Two or three figures with their year, their source and what they leave out, before and after where there is a change.",
      method:
        "Ask for the data behind any chart; check each number against its original publication rather than a report of it.",
      supply: "the figures, a link to each source, and the name of whoever checked them.",
    },
    {
      heading: "A case from practice",
      question: "Who has dealt with this, what did they do, and what came of it?",
      evidence: "One named person or organisation, what they tried, what it cost, and a result that can be checked.",
      method: "Interview somebody for twenty minutes, record it with consent, and let them approve their quotations.",
      supply: "the transcript or notes, two approved quotations, and the outcome.",
    },
    {
      heading: "Objections and limits",
      question: "What speaks against it, and in which situations does it fail?",
      evidence:
        "The strongest counter-argument in the words of somebody who holds it, and the conditions under which it is right.",
      method: "Ask a critic directly; look for a study or a project that did not work and read why.",
      supply: "the objection, who makes it, and the answer to it, if there is one.",
    },
    {
      heading: "What to do next",
      question: "What should a reader do, decide or watch after reading?",
      evidence: "One to three steps that follow from the sections above, with what each takes in time or money.",
      method: "Test the steps on a colleague who knows nothing about it, and note where they stop.",
      supply: "the steps, and the address of the page or person that helps with the first one.",
    },
  ],
};

const german: PlanTexts = {
  intro:
    "Dies ist ein Arbeitsentwurf zum Thema {topic}{audience}. Der Anfrage lag kein Quellenmaterial bei, deshalb nennt er keine Fakten. Jeder Abschnitt sagt, welche Frage er beantwortet, welche Belege dafür nötig sind und wie man an sie kommt. Jede Zeile mit „Zu liefern“ muss ersetzt sein, bevor daraus ein Artikel wird.",
  introKnown:
    "Dies ist ein Arbeitsentwurf zum Thema {topic}{audience}. Das Material der Anfrage ist zu kurz für einen Artikel; alles, was es sagt, steht hier unten. Jeder Abschnitt sagt, welche Frage er beantwortet, welche Belege dafür nötig sind und wie man an sie kommt. Jede Zeile mit „Zu liefern“ muss ersetzt sein, bevor daraus ein Artikel wird.",
  question: "Frage",
  evidence: "Nötige Belege",
  method: "Weg dorthin",
  supply: "Zu liefern",
  sections: [
    {
      heading: "Warum es jetzt zählt",
      question: "Warum geht {topic} die Leser heute etwas an, und was hat sich zuletzt geändert?",
      evidence:
        "Eine aktuelle, datierte Entwicklung und die Menschen, die sie betrifft, mit einer Zahl, die ihre Größe zeigt.",
      method:
        "Die Fachpresse und die amtliche Statistik der letzten zwölf Monate durchsehen; jemanden anrufen, der täglich damit arbeitet, und fragen, was anders ist als im Vorjahr.",
      supply: "die Entwicklung, ihr Datum, ihre Quelle und ein Satz dazu, wer sie bemerkt.",
    },
    {
      heading: "Worum es geht",
      question: "Was genau bedeutet {topic} hier, und was gehört nicht dazu?",
      evidence:
        "Eine Definition aus einer Norm, einem Lehrbuch oder von der zuständigen Stelle und ein Beispiel, das sie anschaulich macht.",
      method:
        "Den Begriff in Nachschlagewerken des Fachs suchen, zwei Definitionen vergleichen und die gewählte von einer Fachperson bestätigen lassen.",
      supply: "die Definition mit Quelle und ein Beispiel, das die Leser aus ihrem Alltag kennen.",
    },
    {
      heading: "Wie es abläuft",
      question: "Welche Schritte oder Ursachen führen vom Anfang zum Ergebnis?",
      evidence: "Die Schritte in ihrer Reihenfolge, wovon jeder abhängt und wo es gewöhnlich hakt.",
      method:
        "Den Ablauf einmal ansehen oder im Gespräch zeigen lassen, ihn auf einer Seite skizzieren und die Skizze von der verantwortlichen Person korrigieren lassen.",
      supply: "die korrigierte Liste der Schritte und ein Foto oder Schema, das verwendet werden darf.",
    },
    {
      heading: "Was die Zahlen sagen",
      question: "Was zeigen Messungen zu {topic}, und wie sicher sind sie?",
      evidence:
        "Zwei oder drei Zahlen mit Jahr, Quelle und dem, was sie nicht erfassen, bei Veränderungen vorher und nachher.",
      method:
        "Nach den Daten hinter Diagrammen fragen und jede Zahl an ihrer ersten Veröffentlichung prüfen, nicht an einem Bericht darüber.",
      supply: "die Zahlen, ein Link zu jeder Quelle und der Name der Person, die sie geprüft hat.",
    },
    {
      heading: "Ein Fall aus der Praxis",
      question: "Wer hat damit Erfahrung, was wurde getan, und was kam dabei heraus?",
      evidence: "Eine benannte Person oder Organisation, ihr Versuch, seine Kosten und ein überprüfbares Ergebnis.",
      method: "Ein Gespräch von zwanzig Minuten führen, mit Zustimmung aufzeichnen und die Zitate freigeben lassen.",
      supply: "Mitschrift oder Notizen, zwei freigegebene Zitate und das Ergebnis.",
    },
    {
      heading: "Einwände und Grenzen",
      question: "Was spricht dagegen, und in welchen Lagen taugt es nicht?",
      evidence:
        "Das stärkste Gegenargument in den Worten einer Person, die es vertritt, und die Bedingungen, unter denen es zutrifft.",
      method:
        "Eine Kritikerin direkt fragen; nach einer Studie oder einem Vorhaben suchen, das gescheitert ist, und lesen, warum.",
      supply: "der Einwand, wer ihn erhebt und was sich darauf antworten lässt.",
    },
    {
      heading: "Was jetzt zu tun ist",
      question: "Was sollen die Leser nach der Lektüre tun, entscheiden oder beobachten?",
      evidence: "Ein bis drei Schritte, die sich aus den Abschnitten ergeben, mit ihrem Aufwand an Zeit oder Geld.",
      method: "Die Schritte mit jemandem durchgehen, der nichts davon weiß, und notieren, wo es stockt.",
      supply: "die Schritte und die Adresse der Seite oder Person, die beim ersten hilft.",
    },
  ],
};

/** In the request's language where there are texts for it, in English otherwise. */
export function planTexts(code: string): PlanTexts {
  return code === "de" ? german : english;
}
