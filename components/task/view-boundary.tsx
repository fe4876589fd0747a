"use client";
import { Component, type ReactNode } from "react";

/** A result of an older shape, which its view may not know, is shown plainly rather than not at all. */
export class ViewBoundary extends Component<{ fallback: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
