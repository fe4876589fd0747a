import clsx from "clsx";
import type { ComparedBlock, Piece } from "./compare-text.ts";

const reading = "font-serif text-[18px] leading-[30px] break-words whitespace-pre-wrap";

export function InlineDiff({ blocks }: { blocks: ComparedBlock[] }) {
  return (
    <div className={clsx(reading, "mx-auto flex max-w-[68ch] flex-col gap-5")}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one comparison never move
        <div key={index} className={clsx("border-l-2 pl-4", block.changed ? "border-person" : "border-transparent")}>
          <Paragraph pieces={block.pieces} />
        </div>
      ))}
    </div>
  );
}

export function SideBySideDiff({ blocks }: { blocks: ComparedBlock[] }) {
  return (
    <div className={clsx(reading, "flex flex-col gap-5")}>
      {blocks.map((block, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one comparison never move
          key={index}
          className={clsx(
            "grid grid-cols-2 gap-8 border-l-2 pl-4",
            block.changed ? "border-person" : "border-transparent",
          )}
        >
          <Paragraph pieces={block.pieces.filter((piece) => piece.kind !== "added")} />
          <Paragraph pieces={block.pieces.filter((piece) => piece.kind !== "removed")} />
        </div>
      ))}
    </div>
  );
}

/** A heading that stays one is shown as such; where its level changed, its hashes are what changed. */
function Paragraph({ pieces }: { pieces: Piece[] }) {
  const [first, ...rest] = pieces;
  const hashes = first && /^#{1,6} /.exec(first.text)?.[0];
  const isHeading = hashes && (first.kind === "same" || rest.length === 0);
  if (!isHeading) {
    return (
      <p>
        <Pieces pieces={pieces} />
      </p>
    );
  }
  return (
    <p className="font-sans font-strong">
      <Pieces pieces={[{ ...first, text: first.text.slice(hashes.length) }, ...rest]} />
    </p>
  );
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map((piece, index) => {
    const key = `${index}-${piece.kind}`;
    if (piece.kind === "added") {
      return (
        <ins key={key} className="rounded-sm bg-good-soft text-good decoration-1 underline-offset-4">
          {piece.text}
        </ins>
      );
    }
    if (piece.kind === "removed") {
      return (
        <del key={key} className="rounded-sm bg-bad-soft text-bad decoration-1">
          {piece.text}
        </del>
      );
    }
    return <span key={key}>{piece.text}</span>;
  });
}
