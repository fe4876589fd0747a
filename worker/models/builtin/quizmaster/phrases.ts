/** The words around questions, by language. None of them states a fact. */
export type QuizPhrases = {
  yes: string;
  no: string;
  complete: string;
  completeFigure: string;
  completeYear: string;
  fillIn: string;
  write: string;
  trueOrFalse: string;
  title: (subject: string) => string;
  subject: string;
  namesSubject: (quote: string) => string;
  quotes: [string, string];
};

const english: QuizPhrases = {
  yes: "True",
  no: "False",
  complete: "What is missing from this sentence of the story?",
  completeFigure: "Which figure is missing from this sentence of the story?",
  completeYear: "Which year is missing from this sentence of the story?",
  fillIn: "Fill in the blank, as the story has it:",
  write: "Answer in a word or two:",
  trueOrFalse: "True or false, according to the story:",
  title: (subject) => `Quiz: ${subject}`,
  subject: "Which subject does the given text name?",
  namesSubject: (quote) => `The given text reads: “${quote}”`,
  quotes: ["“", "”"],
};

const byLanguage: Record<string, QuizPhrases> = {
  en: english,
  de: {
    yes: "Richtig",
    no: "Falsch",
    complete: "Was gehört in diesen Satz aus dem Text?",
    completeFigure: "Welche Zahl gehört in diesen Satz aus dem Text?",
    completeYear: "Welches Jahr gehört in diesen Satz aus dem Text?",
    fillIn: "Ergänzen Sie die Lücke, wie es im Text steht:",
    write: "Antworten Sie mit ein, zwei Wörtern:",
    trueOrFalse: "Richtig oder falsch, laut Text:",
    title: (subject) => `Quiz: ${subject}`,
    subject: "Welches Thema nennt der gegebene Text?",
    namesSubject: (quote) => `Der gegebene Text lautet: „${quote}“`,
    quotes: ["„", "“"],
  },
  fr: {
    yes: "Vrai",
    no: "Faux",
    complete: "Qu’est-ce qui complète cette phrase du texte ?",
    completeFigure: "Quel nombre complète cette phrase du texte ?",
    completeYear: "Quelle année complète cette phrase du texte ?",
    fillIn: "Complétez la phrase comme dans le texte :",
    write: "Répondez en un ou deux mots :",
    trueOrFalse: "Vrai ou faux, selon le texte :",
    title: (subject) => `Quiz : ${subject}`,
    subject: "Quel sujet le texte donné nomme-t-il ?",
    namesSubject: (quote) => `Le texte donné est : « ${quote} »`,
    quotes: ["« ", " »"],
  },
  es: {
    yes: "Verdadero",
    no: "Falso",
    complete: "¿Qué opción completa esta frase del texto?",
    completeFigure: "¿Qué número completa esta frase del texto?",
    completeYear: "¿Qué año completa esta frase del texto?",
    fillIn: "Complete la frase tal como está en el texto:",
    write: "Responda con una o dos palabras:",
    trueOrFalse: "Verdadero o falso, según el texto:",
    title: (subject) => `Cuestionario: ${subject}`,
    subject: "¿Qué tema nombra el texto dado?",
    namesSubject: (quote) => `El texto dado es: «${quote}»`,
    quotes: ["«", "»"],
  },
  it: {
    yes: "Vero",
    no: "Falso",
    complete: "Che cosa completa questa frase del testo?",
    completeFigure: "Quale numero completa questa frase del testo?",
    completeYear: "Quale anno completa questa frase del testo?",
    fillIn: "Completate la frase come nel testo:",
    write: "Rispondete con una o due parole:",
    trueOrFalse: "Vero o falso, secondo il testo:",
    title: (subject) => `Quiz: ${subject}`,
    subject: "Quale argomento nomina il testo dato?",
    namesSubject: (quote) => `Il testo dato è: «${quote}»`,
    quotes: ["«", "»"],
  },
};

/** English stands in where a language has no words here; the questions themselves are still the story's. */
export function quizPhrases(code: string): QuizPhrases {
  return byLanguage[code] ?? english;
}
