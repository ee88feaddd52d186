# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

import pytest

from anthropic import AsyncAnthropic, Anthropic
from anthropic.pagination import AsyncPage, SyncPage
from anthropic.types.beta.deleted_file import DeletedFile
from anthropic.types.beta.file_metadata import FileMetadata
from tests.api_objects import ApiObjects
from tests.matching import assert_matches_type


class TestFiles:
    def test_list(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.files.list()
        assert_matches_type(SyncPage[FileMetadata], result)

    def test_list_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.files.list(
            after_id="string",
            before_id="string",
            limit=20,
            betas=["string"],
        )
        assert_matches_type(SyncPage[FileMetadata], result)

    def test_raw_response_list(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.files.with_raw_response.list()
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(SyncPage[FileMetadata], response.parse())

    def test_streaming_response_list(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.files.with_streaming_response.list() as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(SyncPage[FileMetadata], response.parse())
        assert response.is_closed

    def test_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.files.delete(
            file_id=objects.fresh("file_id"),
        )
        assert_matches_type(DeletedFile, result)

    def test_delete_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.files.delete(
            file_id=objects.fresh("file_id"),
            betas=["string"],
        )
        assert_matches_type(DeletedFile, result)

    def test_raw_response_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.files.with_raw_response.delete(
            file_id=objects.fresh("file_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(DeletedFile, response.parse())

    def test_streaming_response_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.files.with_streaming_response.delete(
            file_id=objects.fresh("file_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(DeletedFile, response.parse())
        assert response.is_closed

    def test_delete_needs_file_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `file_id`"):
            client.beta.files.delete(
                file_id="",
            )

    @pytest.mark.local_only
    def test_download(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.files.download(
            file_id=objects.existing("file_id"),
        )
        assert result.read()
        assert result.is_closed

    @pytest.mark.local_only
    def test_download_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.files.download(
            file_id=objects.existing("file_id"),
            betas=["string"],
        )
        assert result.read()
        assert result.is_closed

    @pytest.mark.local_only
    def test_raw_response_download(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.files.with_raw_response.download(
            file_id=objects.existing("file_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed

    @pytest.mark.local_only
    def test_streaming_response_download(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.files.with_streaming_response.download(
            file_id=objects.existing("file_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert response.read()
        assert response.is_closed

    @pytest.mark.local_only
    def test_download_needs_file_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `file_id`"):
            client.beta.files.download(
                file_id="",
            )

    def test_retrieve_metadata(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.files.retrieve_metadata(
            file_id=objects.existing("file_id"),
        )
        assert_matches_type(FileMetadata, result)

    def test_retrieve_metadata_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.files.retrieve_metadata(
            file_id=objects.existing("file_id"),
            betas=["string"],
        )
        assert_matches_type(FileMetadata, result)

    def test_raw_response_retrieve_metadata(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.files.with_raw_response.retrieve_metadata(
            file_id=objects.existing("file_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(FileMetadata, response.parse())

    def test_streaming_response_retrieve_metadata(
        self, client: Anthropic, objects: ApiObjects
    ) -> None:
        with client.beta.files.with_streaming_response.retrieve_metadata(
            file_id=objects.existing("file_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(FileMetadata, response.parse())
        assert response.is_closed

    def test_retrieve_metadata_needs_file_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `file_id`"):
            client.beta.files.retrieve_metadata(
                file_id="",
            )

    def test_upload(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.files.upload(
            file=("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n"),
        )
        assert_matches_type(FileMetadata, result)

    def test_upload_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.files.upload(
            file=("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n"),
            betas=["string"],
        )
        assert_matches_type(FileMetadata, result)

    def test_raw_response_upload(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.files.with_raw_response.upload(
            file=("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(FileMetadata, response.parse())

    def test_streaming_response_upload(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.files.with_streaming_response.upload(
            file=("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(FileMetadata, response.parse())
        assert response.is_closed


class TestAsyncFiles:
    async def test_list(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.files.list()
        assert_matches_type(AsyncPage[FileMetadata], result)

    async def test_list_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.files.list(
            after_id="string",
            before_id="string",
            limit=20,
            betas=["string"],
        )
        assert_matches_type(AsyncPage[FileMetadata], result)

    async def test_raw_response_list(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.files.with_raw_response.list()
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(AsyncPage[FileMetadata], response.parse())

    async def test_streaming_response_list(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.files.with_streaming_response.list() as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(AsyncPage[FileMetadata], await response.parse())
        assert response.is_closed

    async def test_delete(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.files.delete(
            file_id=objects.fresh("file_id"),
        )
        assert_matches_type(DeletedFile, result)

    async def test_delete_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.files.delete(
            file_id=objects.fresh("file_id"),
            betas=["string"],
        )
        assert_matches_type(DeletedFile, result)

    async def test_raw_response_delete(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.files.with_raw_response.delete(
            file_id=objects.fresh("file_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(DeletedFile, response.parse())

    async def test_streaming_response_delete(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.files.with_streaming_response.delete(
            file_id=objects.fresh("file_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(DeletedFile, await response.parse())
        assert response.is_closed

    async def test_delete_needs_file_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `file_id`"):
            await async_client.beta.files.delete(
                file_id="",
            )

    @pytest.mark.local_only
    async def test_download(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.files.download(
            file_id=objects.existing("file_id"),
        )
        assert await result.read()
        assert result.is_closed

    @pytest.mark.local_only
    async def test_download_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.files.download(
            file_id=objects.existing("file_id"),
            betas=["string"],
        )
        assert await result.read()
        assert result.is_closed

    @pytest.mark.local_only
    async def test_raw_response_download(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.files.with_raw_response.download(
            file_id=objects.existing("file_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed

    @pytest.mark.local_only
    async def test_streaming_response_download(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.files.with_streaming_response.download(
            file_id=objects.existing("file_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert await response.read()
        assert response.is_closed

    @pytest.mark.local_only
    async def test_download_needs_file_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `file_id`"):
            await async_client.beta.files.download(
                file_id="",
            )

    async def test_retrieve_metadata(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.files.retrieve_metadata(
            file_id=objects.existing("file_id"),
        )
        assert_matches_type(FileMetadata, result)

    async def test_retrieve_metadata_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.files.retrieve_metadata(
            file_id=objects.existing("file_id"),
            betas=["string"],
        )
        assert_matches_type(FileMetadata, result)

    async def test_raw_response_retrieve_metadata(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.files.with_raw_response.retrieve_metadata(
            file_id=objects.existing("file_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(FileMetadata, response.parse())

    async def test_streaming_response_retrieve_metadata(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.files.with_streaming_response.retrieve_metadata(
            file_id=objects.existing("file_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(FileMetadata, await response.parse())
        assert response.is_closed

    async def test_retrieve_metadata_needs_file_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `file_id`"):
            await async_client.beta.files.retrieve_metadata(
                file_id="",
            )

    async def test_upload(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.files.upload(
            file=("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n"),
        )
        assert_matches_type(FileMetadata, result)

    async def test_upload_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.files.upload(
            file=("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n"),
            betas=["string"],
        )
        assert_matches_type(FileMetadata, result)

    async def test_raw_response_upload(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.files.with_raw_response.upload(
            file=("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(FileMetadata, response.parse())

    async def test_streaming_response_upload(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.files.with_streaming_response.upload(
            file=("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(FileMetadata, await response.parse())
        assert response.is_closed
