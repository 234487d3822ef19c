"""Puts ontology/ into the wheel as kg/_ontology. An editable install reads the checkout's own folder instead."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class OntologyHook(BuildHookInterface[Any]):
    """Called by hatchling for each build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":
            build_data["force_include"]["ontology"] = "kg/_ontology"
