import type { ReactNode } from "react";

/** Lines of text, each as wide as said. */
const lines = (x: number, y: number, widths: readonly number[], gap = 6) => (
  <path d={widths.map((width, index) => `M${x} ${y + index * gap}h${width}v2.5h-${width}z`).join("")} />
);
const sheet = <rect className="paper" x="14" y="8" width="52" height="64" rx="3" />;
const wide = <rect className="paper" x="6" y="16" width="68" height="48" rx="3" />;

/** One drawing for each type, in an 80 × 80 field. */
export const sketches: Record<string, ReactNode> = {
  blog_post: (
    <>
      {sheet}
      <rect className="mark" x="18" y="12" width="44" height="18" rx="1.5" />
      <rect className="lead" x="18" y="35" width="34" height="4" rx="1" />
      {lines(18, 44, [44, 40, 44, 26])}
    </>
  ),
  social_media: (
    <>
      <rect className="paper" x="8" y="10" width="40" height="46" rx="4" />
      <circle className="lead" cx="16" cy="18" r="4" />
      {lines(12, 27, [30, 24])}
      <rect className="mark" x="12" y="38" width="32" height="14" rx="2" />
      <rect className="paper" x="38" y="30" width="34" height="40" rx="4" stroke="var(--line)" />
      <circle className="lead" cx="45" cy="37" r="3" />
      {lines(42, 45, [26, 20, 24, 12])}
    </>
  ),
  email: (
    <>
      {wide}
      <path className="wire" d="M6 19l34 24 34-24" />
      <rect className="mark" x="28" y="52" width="24" height="6" rx="3" />
    </>
  ),
  newsletter: (
    <>
      {sheet}
      <rect className="lead" x="18" y="12" width="44" height="6" rx="1" />
      <rect className="mark" x="18" y="23" width="20" height="14" rx="1" />
      {lines(42, 24, [20, 16, 18], 5)}
      <rect className="mark" x="18" y="43" width="20" height="14" rx="1" />
      {lines(42, 44, [18, 20, 12], 5)}
      {lines(18, 63, [44])}
    </>
  ),
  documentation: (
    <>
      <rect className="paper" x="22" y="6" width="46" height="58" rx="3" stroke="var(--line)" />
      <rect className="paper" x="12" y="14" width="46" height="58" rx="3" stroke="var(--line)" />
      <rect className="lead" x="17" y="20" width="24" height="4" rx="1" />
      {lines(17, 30, [36, 30], 5)}
      <rect className="mark" x="17" y="43" width="14" height="3" rx="1" />
      {lines(17, 50, [36, 34, 20], 5)}
    </>
  ),
  text_generation: (
    <>
      {wide}
      {lines(12, 24, [50, 56, 42, 54])}
      <rect className="mark" x="12" y="49" width="3" height="9" />
    </>
  ),
  market_research: (
    <>
      {sheet}
      <rect className="lead" x="18" y="13" width="28" height="4" rx="1" />
      <rect className="mark" x="20" y="36" width="8" height="14" />
      <rect className="mark" x="32" y="28" width="8" height="22" />
      <rect x="44" y="32" width="8" height="18" />
      {lines(18, 56, [44, 38])}
    </>
  ),
  business_analytics: (
    <>
      {wide}
      <path className="wire" d="M12 54l12-10 10 4 12-16 10 6 12-14" />
      {lines(12, 58, [56])}
    </>
  ),
  financial_analysis: (
    <>
      {wide}
      <rect x="14" y="42" width="8" height="16" />
      <rect className="mark" x="26" y="34" width="8" height="8" />
      <rect className="mark" x="38" y="30" width="8" height="12" />
      <rect className="mark" x="50" y="24" width="8" height="18" />
      <rect className="lead" x="10" y="41" width="60" height="1.5" />
    </>
  ),
  data_retrieval: (
    <>
      {wide}
      <rect className="mark" x="6" y="16" width="68" height="9" rx="3" />
      {[31, 39, 47, 55].map((y) => (
        <g key={y}>
          {lines(11, y, [16])}
          {lines(34, y, [12])}
          {lines(54, y, [15])}
        </g>
      ))}
    </>
  ),
  quiz: (
    <>
      {sheet}
      <rect className="lead" x="18" y="14" width="40" height="4" rx="1" />
      {[27, 38, 49, 60].map((y, index) => (
        <g key={y}>
          <circle className={index === 1 ? "mark" : undefined} cx="22" cy={y} r="3" />
          {lines(29, y - 1, [28 - index * 3])}
        </g>
      ))}
    </>
  ),
  animated_lesson: (
    <>
      {wide}
      <rect className="wire" x="13" y="24" width="16" height="10" rx="2" />
      <rect className="wire" x="51" y="24" width="16" height="10" rx="2" />
      <path className="wire" d="M29 29h22" />
      <rect className="lead" x="12" y="56" width="30" height="2" />
      {lines(22, 45, [36])}
    </>
  ),
  video: (
    <>
      {wide}
      <path className="mark" d="M33 29v18l16-9z" />
      <rect className="lead" x="10" y="57" width="24" height="2" />
      <rect x="34" y="57" width="36" height="2" />
    </>
  ),
  image_generation: (
    <>
      {wide}
      <circle className="mark" cx="56" cy="29" r="6" />
      <path d="M8 62l20-26 14 16 8-8 22 18z" />
    </>
  ),
  text_to_speech: (
    <>
      {[8, 14, 20, 26, 32, 38, 44, 50, 56, 62, 68].map((x, index) => {
        const height = [10, 22, 34, 18, 44, 52, 30, 40, 20, 12, 6][index] ?? 8;
        return (
          <rect
            key={x}
            className={index < 5 ? "mark" : undefined}
            x={x}
            y={40 - height / 2}
            width="3.5"
            height={height}
            rx="1.5"
          />
        );
      })}
    </>
  ),
  image_to_text: (
    <>
      {wide}
      <rect className="wire" x="12" y="24" width="26" height="9" />
      <rect className="wire" x="42" y="24" width="20" height="9" />
      <rect className="wire" x="12" y="40" width="36" height="9" />
      {lines(15, 27, [20])}
      {lines(45, 27, [14])}
      {lines(15, 43, [30])}
    </>
  ),
  concept_generation: (
    <>
      <rect className="paper" x="10" y="8" width="60" height="46" rx="3" />
      <circle className="mark" cx="35" cy="31" r="12" />
      <circle className="wire" cx="46" cy="31" r="12" />
      {[10, 26, 42, 58].map((x, index) => (
        <rect
          key={x}
          className={["lead", "mark", undefined, "paper"][index]}
          x={x}
          y="60"
          width="12"
          height="12"
          rx="2"
        />
      ))}
    </>
  ),
  concept_refinement: (
    <>
      <rect className="paper" x="6" y="22" width="28" height="36" rx="3" />
      <rect x="13" y="32" width="14" height="14" />
      <path className="wire" d="M37 40h6m-3-3l3 3-3 3" />
      <rect className="paper" x="46" y="22" width="28" height="36" rx="3" />
      <circle className="mark" cx="60" cy="39" r="8" />
    </>
  ),
};
