import { dot, fill, type Sign, stroke } from "./symbol.ts";

export const thingSymbols: Sign[] = [
  {
    name: "coffee",
    words: /\b(coffee|caf[eé]|espresso|roast\w*|barista|latte|beans?)\b/i,
    draw: ({ p, s, n }) =>
      `<g transform="rotate(32 100 100)"><ellipse cx="100" cy="100" rx="56" ry="78" fill="${p}"/><path d="M100 22C156 26 160 174 100 178C132 140 68 66 100 22Z" fill="${s}"/>${stroke("M104 20C66 66 134 134 96 180", n, 10)}</g>`,
  },
  {
    name: "cup",
    words: /\b(cup|mug|tea ?house|brew\w*|drink\w*|bar|bistro)\b/i,
    draw: ({ p, s, a }) =>
      stroke("M72 60Q62 46 72 34M100 60Q90 46 100 34M128 60Q118 46 128 34", a, 9) +
      stroke("M144 96H154A22 22 0 0 1 154 140H138", s, 12) +
      fill("M40 80H146V126A44 44 0 0 1 102 170H84A44 44 0 0 1 40 126Z", p),
  },
  {
    name: "wheat",
    words: /\b(bread|bak\w+|wheat|grain|flour|cereal|pastr\w+|patisserie|brewery|beer)\b/i,
    draw: ({ p, s }) =>
      stroke("M100 178V60", p, 9) +
      [64, 96, 128]
        .map(
          (y) =>
            fill(`M100 ${y + 24}C66 ${y + 22} 58 ${y - 2} 62 ${y - 18}C88 ${y - 16} 100 ${y} 100 ${y + 24}Z`, p) +
            fill(`M100 ${y + 24}C134 ${y + 22} 142 ${y - 2} 138 ${y - 18}C112 ${y - 16} 100 ${y} 100 ${y + 24}Z`, s),
        )
        .join("") +
      fill("M100 66C82 50 82 34 100 18C118 34 118 50 100 66Z", p),
  },
  {
    name: "fork",
    words: /\b(restaurant\w*|food|kitchen|cater\w*|chef|cook\w*|dining|meal\w*|recipe\w*|eat\w*|deli)\b/i,
    draw: ({ p, s }) =>
      stroke("M58 28V64M78 28V64M98 28V64", p, 9) +
      fill("M53 58H103A25 25 0 0 1 87 90V166A9 9 0 0 1 69 166V90A25 25 0 0 1 53 58Z", p) +
      fill("M124 174V28C150 34 160 64 152 108H142V166A9 9 0 0 1 124 174Z", s),
  },
  {
    name: "book",
    words:
      /\b(books?|read\w*|librar\w*|publish\w*|educat\w*|school\w*|learn\w*|academ\w*|stud\w+|tutor\w*|universit\w*|course\w*|knowledge|stor(?:y|ies)|writ\w+)\b/i,
    draw: ({ p, s, a }) =>
      fill("M22 52Q64 40 96 62V164Q64 144 22 152Z", p) +
      fill("M178 52Q136 40 104 62V164Q136 144 178 152Z", s) +
      fill("M128 26H152V84L140 74L128 84Z", a),
  },
  {
    name: "house",
    words:
      /\b(hous\w+|homes?|real estate|property|propert\w+|architect\w*|interior\w*|furniture|rent\w*|build\w*|construct\w*|roof\w*)\b/i,
    draw: ({ p, s, a }, soft) =>
      stroke("M26 98L100 32L174 98", p, 17, soft) +
      fill("M52 100L100 58L148 100V170H52Z", s) +
      fill("M86 170V134A14 14 0 0 1 114 134V170Z", a),
  },
  {
    name: "shield",
    words:
      /\b(secur\w+|shield\w*|protect\w*|guard\w*|safe\w*|insur\w*|trust\w*|privacy|cyber\w*|defen[cs]e|legal|law)\b/i,
    draw: ({ p, s, n }) =>
      fill("M100 20L166 44V98C166 140 138 166 100 182C62 166 34 140 34 98V44Z", p) +
      fill("M100 20L166 44V98C166 140 138 166 100 182Z", s) +
      stroke("M70 100L92 122L132 78", n, 15),
  },
  {
    name: "rocket",
    words: /\b(rocket\w*|launch\w*|startup|start-up|space\w*|accelerat\w*|boost\w*|aerospace|innovat\w*)\b/i,
    draw: ({ p, s, a, n }) =>
      `<g transform="rotate(45 100 100)">${fill("M100 14C136 46 140 92 128 138H72C60 92 64 46 100 14Z", p)}${fill("M100 14C136 46 140 92 128 138H100Z", s)}${fill("M68 92L40 128V158L74 138ZM132 92L160 128V158L126 138Z", p)}${dot(100, 76, 16, n)}${fill("M84 146H116Q114 170 100 186Q86 170 84 146Z", a)}</g>`,
  },
  {
    name: "bolt",
    words: /\b(energ\w*|electric\w*|bolt|lightning|power\w*|fast|speed\w*|charg\w+|volt\w*|sport\w*|fitness|gym)\b/i,
    draw: ({ p, s }) =>
      fill("M116 16L42 112H88L78 184L158 82H110Z", p) + fill("M116 16L110 82H158L78 184L88 112L100 96Z", s),
  },
  {
    name: "heart",
    words:
      /\b(heart\w*|love\w*|care|caring|charit\w*|health\w*|medic\w*|clinic\w*|hospital\w*|nurs\w*|doctor\w*|wellness|wellbeing|dating|donat\w*)\b/i,
    draw: ({ p, s }) =>
      fill("M100 174C40 132 22 104 22 76A40 40 0 0 1 100 60A40 40 0 0 1 178 76C178 104 160 132 100 174Z", p) +
      fill("M100 60A40 40 0 0 1 178 76C178 104 160 132 100 174Z", s),
  },
  {
    name: "gear",
    words:
      /\b(gear\w*|engineer\w*|mechani\w*|manufactur\w*|industr\w*|machine\w*|repair\w*|factory|automotive|garage|tool\w*|workshop)\b/i,
    draw: ({ p, s, n }) =>
      Array.from(
        { length: 8 },
        (_, index) =>
          `<rect x="86" y="22" width="28" height="156" rx="6" fill="${p}" transform="rotate(${index * 45} 100 100)"/>`,
      ).join("") +
      dot(100, 100, 56, p) +
      dot(100, 100, 30, n) +
      dot(100, 100, 15, s),
  },
  {
    name: "compass",
    words:
      /\b(compass|travel\w*|tour\w*|explor\w*|navigat\w*|journey\w*|guide\w*|discover\w*|map\w*|nomad\w*|expedition)\b/i,
    draw: ({ p, s, a, n }) =>
      dot(100, 100, 80, p) +
      dot(100, 100, 64, n) +
      fill("M142 58L114 114L100 100Z", a) +
      fill("M142 58L86 86L100 100Z", s) +
      fill("M58 142L86 86L100 100ZM58 142L114 114L100 100Z", p),
  },
  {
    name: "anchor",
    words: /\b(anchor|nautical|harbou?r\w*|ship\w*|boat\w*|sail\w*|port|yacht\w*|naval|maritime)\b/i,
    draw: ({ p, a }, soft) =>
      stroke("M100 62V170", p, 15, soft) +
      stroke("M66 88H134", a, 13, soft) +
      stroke("M30 112C34 150 64 170 100 172C136 170 166 150 170 112", p, 15, soft) +
      `<circle cx="100" cy="44" r="17" fill="none" stroke="${p}" stroke-width="12"/>`,
  },
  {
    name: "lighthouse",
    words: /\b(lighthouse\w*|beacon\w*|guiding|lantern)\b/i,
    draw: ({ p, s, a }) =>
      fill("M74 178L84 76H116L126 178Z", p) +
      fill("M81 108L83 90H117L119 108ZM77 146L79 128H121L123 146Z", s) +
      fill("M78 70H122V78H78ZM86 44H114V70H86ZM82 44Q100 16 118 44Z", p) +
      fill("M124 50L176 34V78L124 64ZM76 50L24 34V78L76 64Z", a),
  },
  {
    name: "camera",
    words: /\b(photo\w*|camera\w*|film\w*|video\w*|movie\w*|cinema\w*|lens|studio)\b/i,
    draw: ({ p, s, n }) =>
      Array.from({ length: 6 }, (_, index) =>
        fill("M100 100L60 31A80 80 0 0 1 140 31Z", index % 2 ? s : p, ` transform="rotate(${index * 60} 100 100)"`),
      ).join("") + fill("M100 60L134.600 80V120L100 140L65.400 120V80Z", n),
  },
  {
    name: "music",
    words: /\b(music\w*|sound\w*|audio|song\w*|record\w*|podcast\w*|radio|band|concert\w*|dj|melod\w*|voice)\b/i,
    draw: ({ p, s, a }, soft) =>
      [
        [36, 34],
        [68, 76],
        [100, 124],
        [132, 76],
        [164, 34],
      ]
        .map(([x = 0, tall = 0], index) =>
          stroke(`M${x} ${100 - tall / 2}V${100 + tall / 2}`, [s, p, a, p, s][index] ?? p, 17, soft),
        )
        .join(""),
  },
  {
    name: "crown",
    words: /\b(crown|royal\w*|king\w*|queen\w*|luxur\w*|jewel\w*|noble|regal|hotel)\b/i,
    draw: ({ p, s, a }) =>
      fill("M26 60L64 98L100 36L136 98L174 60L160 144H40Z", p) +
      fill("M100 36L136 98L174 60L160 144H100Z", s) +
      fill("M42 154H158V170H42Z", a) +
      dot(26, 54, 8, a) +
      dot(100, 28, 9, a) +
      dot(174, 54, 8, a),
  },
  {
    name: "bicycle",
    words: /\b(bicycl\w*|bikes?|cycl\w+|wheel\w*)\b/i,
    draw: ({ p, s }) =>
      `<circle cx="52" cy="126" r="34" fill="none" stroke="${p}" stroke-width="11"/><circle cx="148" cy="126" r="34" fill="none" stroke="${p}" stroke-width="11"/>` +
      stroke("M52 126L82 70H130L148 126M82 70L104 126H52M104 126L130 70L124 50H142M72 62H92", s, 10),
  },
];
