import { dot, fill, type Sign, stroke, turned } from "./symbol.ts";

/** Signs for what has no shape of its own. */
export const ideaSymbols: Sign[] = [
  {
    name: "brackets",
    words: /\b(cod\w+|software|developer\w*|program\w*|web|api|devops|open source)\b/i,
    draw: ({ p, s, a }, soft) =>
      stroke("M70 52L24 100L70 148", p, 18, soft) +
      stroke("M130 52L176 100L130 148", s, 18, soft) +
      stroke("M114 38L86 162", a, 15, soft),
  },
  {
    name: "network",
    words:
      /\b(tech\w*|network\w*|connect\w*|ai|artificial intelligence|data|cloud|platform|digital|crypto\w*|blockchain|comput\w*|internet|neural|iot)\b/i,
    draw: ({ p, s, a }) => {
      const corners = [0, 1, 2, 3, 4, 5].map((index) => {
        const angle = (index * 60 - 90) * (Math.PI / 180);
        return [100 + 66 * Math.cos(angle), 100 + 66 * Math.sin(angle)].map((value) => Number(value.toFixed(1))) as [
          number,
          number,
        ];
      });
      const ring = `M${corners.map((corner) => corner.join(" ")).join("L")}Z`;
      const spokes = corners
        .filter((_, index) => index % 2 === 0)
        .map(([x, y]) => `M100 100L${x} ${y}`)
        .join("");
      return (
        stroke(ring, p, 10) +
        stroke(spokes, s, 10) +
        corners.map(([x, y], index) => dot(x, y, 15, index % 2 ? s : p)).join("") +
        dot(100, 100, 22, a)
      );
    },
  },
  {
    name: "chart",
    words:
      /\b(financ\w*|bank\w*|invest\w*|analytic\w*|consult\w*|market\w*|trad\w+|account\w*|econom\w*|fund\w*|capital|sales|business|agency|money|fintech|wealth)\b/i,
    draw: ({ p, s, a }, soft) =>
      fill("M28 120H62V172H28ZM72 92H106V172H72ZM116 64H150V172H116Z", p) +
      fill("M72 92H106V172H72Z", s) +
      stroke("M30 92L78 56L104 70L166 26M136 26H168V58", a, 12, soft),
  },
  {
    name: "speech",
    words:
      /\b(chat\w*|communicat\w*|messag\w*|talk\w*|social|conversation\w*|language\w*|community|forum|support|news\w*|media)\b/i,
    draw: ({ p, s, n }) =>
      fill("M72 34H132A44 44 0 0 1 132 122H84L48 150V114A44 44 0 0 1 72 34Z", p) +
      fill("M166 84A40 40 0 0 1 152 160V178L128 160H108A34 34 0 0 1 84 142L92 136H132A58 58 0 0 0 166 84Z", s) +
      dot(76, 79, 8, n) +
      dot(102, 79, 8, n) +
      dot(128, 79, 8, n),
  },
  {
    name: "people",
    words:
      /\b(team\w*|people|family|famil\w+|together\w*|collaborat\w*|partner\w*|human\w*|recruit\w*|hr|children|kids?|nursery|non-?profit|unity|collective)\b/i,
    draw: ({ p, s, a }) =>
      dot(100, 52, 24, p) +
      fill("M60 132A40 44 0 0 1 140 132V150H60Z", p) +
      dot(46, 82, 18, s) +
      fill("M18 150A28 36 0 0 1 62 118A52 56 0 0 0 52 150Z", s) +
      dot(154, 82, 18, a) +
      fill("M182 150A28 36 0 0 0 138 118A52 56 0 0 1 148 150Z", a),
  },
  {
    name: "globe",
    words: /\b(global\w*|world\w*|earth|planet\w*|international\w*|worldwide|globe)\b/i,
    draw: ({ p, s, n }) =>
      dot(100, 100, 78, p) +
      fill("M100 22A78 78 0 0 1 100 178A110 110 0 0 0 100 22Z", s) +
      stroke("M26 76H174M26 124H174", n, 9) +
      `<ellipse cx="100" cy="100" rx="36" ry="78" fill="none" stroke="${n}" stroke-width="9"/>`,
  },
  {
    name: "eye",
    words: /\b(eye\w*|vision\w*|optic\w*|see|watch\w*|insight\w*|look\w*|observ\w*|oversight|view\w*)\b/i,
    draw: ({ p, s, n, a }) =>
      fill("M18 100Q100 20 182 100Q100 180 18 100Z", p) +
      dot(100, 100, 38, n) +
      dot(100, 100, 27, s) +
      dot(110, 90, 9, a),
  },
  {
    name: "infinity",
    words: /\b(infinit\w*|endless|loop\w*|recycl\w*|circular|renew\w*|forever|continu\w*|cycle)\b/i,
    draw: ({ p, s }) =>
      stroke("M100 100C76 66 62 62 52 62A38 38 0 0 0 52 138C62 138 76 134 100 100", p, 20) +
      stroke("M100 100C124 66 138 62 148 62A38 38 0 0 1 148 138C138 138 124 134 100 100", s, 20),
  },
  {
    name: "cube",
    words:
      /\b(cube\w*|box\w*|packag\w*|deliver\w*|logistic\w*|storage|block\w*|3d|product\w*|warehouse|container\w*|supply)\b/i,
    draw: ({ p, s, a }) =>
      fill("M100 22L168 60L100 98L32 60Z", a) +
      fill("M26 72L94 110V182L26 144Z", p) +
      fill("M174 72L106 110V182L174 144Z", s),
  },
  {
    name: "bulb",
    words: /\b(idea\w*|creativ\w*|bulb|inspir\w*|think\w*|smart|brain\w*|clever|light\w*|design\w*|invent\w*)\b/i,
    draw: ({ p, s, a }) =>
      fill("M100 20A58 58 0 0 1 134 125C126 132 124 140 124 146H76C76 140 74 132 66 125A58 58 0 0 1 100 20Z", p) +
      fill("M100 20A58 58 0 0 1 134 125C126 132 124 140 124 146H100Z", s) +
      fill("M78 154H122V164H78ZM86 170H114Q112 184 100 184T86 170Z", a),
  },
  {
    name: "arrow",
    words:
      /\b(forward|progress\w*|arrow\w*|future|ahead|next|momentum|transform\w*|upward|rise|rising|ascend\w*|direct\w*|logist\w+|transport\w*|move\w*|mobility)\b/i,
    draw: ({ p, s }) => fill("M30 164L100 26L170 164L100 128Z", p) + fill("M100 26L170 164L100 128Z", s),
  },
];

/** For descriptions that name nothing to be shown: constructions of a few equal parts, chosen by the words. */
export const abstractSymbols: Omit<Sign, "words">[] = [
  {
    name: "petals",
    draw: ({ p, s, a }) =>
      turned(6, fill("M100 96C76 76 78 42 100 22C122 42 124 76 100 96Z", p)) +
      turned(3, fill("M100 96C90 76 90 50 100 34C110 50 110 76 100 96Z", s)) +
      dot(100, 100, 13, a),
  },
  {
    name: "rings",
    draw: ({ p, s, a }) =>
      [
        [74, 84, p],
        [126, 84, s],
        [100, 128, a],
      ]
        .map(
          ([x, y, colour]) => `<circle cx="${x}" cy="${y}" r="44" fill="none" stroke="${colour}" stroke-width="17"/>`,
        )
        .join(""),
  },
  {
    name: "quarters",
    draw: ({ p, s, a }) =>
      fill("M24 24H96V96A72 72 0 0 1 24 24Z", p) +
      fill("M176 24V96H104A72 72 0 0 1 176 24Z", s) +
      fill("M24 176V104H96A72 72 0 0 1 24 176Z", a) +
      fill("M176 176H104V104A72 72 0 0 1 176 176Z", p),
  },
  {
    name: "steps",
    draw: ({ p, s, a }) =>
      fill("M26 132H74V174H26Z", a) + fill("M78 84H122V174H78Z", s) + fill("M126 26H174V174H126Z", p),
  },
  {
    name: "orbit",
    draw: ({ p, s, a }) =>
      dot(100, 100, 30, p) +
      turned(3, `<ellipse cx="100" cy="100" rx="78" ry="30" fill="none" stroke="${s}" stroke-width="9"/>`) +
      dot(167, 61, 13, a),
  },
  {
    name: "fold",
    draw: ({ p, s, a }) =>
      fill("M28 28H116L172 84V172H116V108L92 84H28Z", p) +
      fill("M28 84H92L116 108V172H84V124H28Z", s) +
      fill("M116 28L172 84H116Z", a),
  },
  {
    name: "prism",
    draw: ({ p, s, a }) =>
      fill("M100 24L180 164H100Z", s) + fill("M100 24L20 164H100Z", p) + fill("M100 96L138 164H62Z", a),
  },
];
