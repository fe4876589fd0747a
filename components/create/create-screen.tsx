"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import dynamic from "next/dynamic";
import Link from "next/link";
import { taskTypesQuery } from "#lib/queries/task-types.ts";
import { PageHeader } from "../shell/page-header.tsx";
import { useCan } from "../shell/session-context.tsx";
import { textParam } from "../shell/url-param.ts";
import { useUrlParams } from "../shell/url-params.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";

const loading = () => <SkeletonLines lines={6} />;
const CreateForm = dynamic(() => import("./create-form.tsx").then((module) => module.CreateForm), { loading });
const TypeGallery = dynamic(() => import("./type-gallery.tsx").then((module) => module.TypeGallery), { loading });

const params = { type: textParam };

/** First what, then how: the type is in the address, so a link leads straight to its form. */
export function CreateScreen() {
  const [{ type: chosen }, set] = useUrlParams(params);
  const types = useQuery(taskTypesQuery());
  const type = types.data?.find((each) => each.name === chosen);
  const mayCreate = useCan("tasks:write");
  return (
    <>
      <PageHeader title={type ? `Create: ${type.label.toLowerCase()}` : "Create"}>
        {type ? <Button onClick={() => set({ type: null })}>Other type</Button> : null}
        {mayCreate ? (
          <Link href="/create/import" className={clsx(buttonClass(), type && "max-sm:hidden")}>
            Import a table
          </Link>
        ) : null}
      </PageHeader>
      {types.isPending ? <SkeletonLines lines={6} label="Loading the types" /> : null}
      {types.isError ? (
        <ErrorState error={types.error} what="The types could not be read" onRetry={() => void types.refetch()} />
      ) : null}
      {!mayCreate ? (
        <EmptyState title="Your role reads">
          Creators and those above them make tasks; an admin can change your role.
        </EmptyState>
      ) : type ? (
        <CreateForm key={type.name} type={type} />
      ) : types.data ? (
        <TypeGallery types={types.data} onChoose={(name) => set({ type: name }, "push")} />
      ) : null}
    </>
  );
}
