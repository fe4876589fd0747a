import type { TaskPicture } from "./task-pictures.ts";

type Props = { pictures: readonly TaskPicture[]; onPick: (picture: TaskPicture) => void };

/** What was drawn for this task, to be put into its text. */
export function PicturePicker({ pictures, onPick }: Props) {
  return (
    <ul aria-label="Pictures of this task" className="flex flex-wrap gap-2 rounded-md border border-line p-2">
      {pictures.map((picture, index) => (
        <li key={picture.url}>
          <button
            type="button"
            className="block overflow-hidden rounded-md border border-line hover:border-accent"
            onClick={() => onPick(picture)}
          >
            {/* biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache */}
            <img src={picture.url} alt={picture.alt || `Picture ${index + 1}`} className="h-20 w-auto" />
          </button>
        </li>
      ))}
    </ul>
  );
}
