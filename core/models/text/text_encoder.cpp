#include "core/models/text/text_encoder.h"

#include "core/models/single_thread.h"
#include "core/models/tensor_io.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace pieria::models {

namespace {

Result<std::vector<Tokenizer::Entry>> vocabularyOf(const SafeTensors& file)
{
    const TensorView* const pieces = file.find("vocabulary.pieces");
    const TensorView* const scores = file.find("vocabulary.scores");
    if (pieces == nullptr || pieces->dtype != Dtype::U8 || scores == nullptr
        || scores->dtype != Dtype::F64) {
        return fail(ErrorCode::Corrupt, "The vocabulary is missing.");
    }
    std::vector<Tokenizer::Entry> entries(scores->elements());
    std::string_view rest(
        reinterpret_cast<const char*>(pieces->bytes.data()), pieces->bytes.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string_view text = rest.substr(0, rest.find('\n'));
        if (text.empty()) {
            return fail(ErrorCode::Corrupt, "The vocabulary is shorter than its scores.");
        }
        entries[i].text = text;
        std::memcpy(&entries[i].score, scores->bytes.data() + i * sizeof(double), sizeof(double));
        rest.remove_prefix(std::min(rest.size(), text.size() + 1));
    }
    return entries;
}

std::size_t overlap(const Piece& piece, const WordSpan& word)
{
    const std::size_t begin = std::max(piece.begin, word.begin);
    const std::size_t end = std::min(piece.end, word.end);
    return end > begin ? end - begin : 0;
}

/// [pieces, 100]: for each piece the vector of the word it shares most characters with.
torch::Tensor coveringWords(const std::vector<Piece>& pieces, const std::vector<WordSpan>& words,
    const WordVectors& vectors)
{
    torch::Tensor result = torch::zeros(
        { static_cast<std::int64_t>(pieces.size()), static_cast<std::int64_t>(kWordDimensions) });
    auto* row = result.data_ptr<float>();
    std::size_t first = 0; // both lists are in order of the text
    for (const Piece& piece : pieces) {
        while (first < words.size() && words[first].end <= piece.begin) {
            ++first;
        }
        std::size_t most = 0;
        const WordSpan* best = nullptr;
        for (std::size_t i = first; i < words.size() && words[i].begin < piece.end; ++i) {
            if (overlap(piece, words[i]) > most) {
                most = overlap(piece, words[i]);
                best = &words[i];
            }
        }
        if (best != nullptr && best->row) {
            vectors.add(*best->row, 1.0F, std::span<float, kWordDimensions>(row, kWordDimensions));
        }
        row += kWordDimensions;
    }
    return result;
}

torch::Tensor meanOfWords(const std::vector<WordSpan>& words, const WordVectors& vectors)
{
    std::array<float, kWordDimensions> sum {};
    std::size_t known = 0;
    for (const WordSpan& word : words) {
        if (word.row) {
            vectors.add(*word.row, 1.0F, sum);
            ++known;
        }
    }
    const torch::Tensor total
        = torch::tensor(at::ArrayRef<float>(sum.data(), sum.size()), at::kFloat);
    return total / static_cast<double>(std::max<std::size_t>(known, 1));
}

} // namespace

TextEncoder::TextEncoder(Tokenizer tokenizer, SentenceEncoder sentences, WordVectors words)
    : m_tokenizer(std::move(tokenizer))
    , m_sentences(std::move(sentences))
    , m_words(std::move(words))
{
}

Result<TextEncoder> TextEncoder::load(const std::filesystem::path& folder)
{
    const std::filesystem::path path = folder / "text.safetensors";
    const auto unusable = [&](const Failure& failure) {
        return fail(failure.code,
            "The text model in " + folder.string() + " cannot be used: " + failure.sentence
                + " Install the program again.",
            failure.detail);
    };
    const Result<SafeTensors> file = SafeTensors::open(path);
    if (!file) {
        return unusable(file.error());
    }
    const Result<std::vector<Tokenizer::Entry>> vocabulary = vocabularyOf(*file);
    if (!vocabulary) {
        return unusable(vocabulary.error());
    }
    Result<SentenceEncoder> sentences = SentenceEncoder::load(*file);
    if (!sentences) {
        return unusable(sentences.error());
    }
    if (static_cast<std::int64_t>(vocabulary->size()) > sentences->vocabularySize()) {
        return unusable(
            { ErrorCode::Corrupt, "The vocabulary is larger than its embeddings.", {} });
    }
    Result<WordVectors> words = WordVectors::load(*file);
    if (!words) {
        return unusable(words.error());
    }
    return TextEncoder(Tokenizer(*vocabulary), std::move(*sentences), std::move(*words));
}

TextEncoding TextEncoder::encode(std::string_view text) const
{
    const torch::NoGradGuard noGradients;
    const SingleThread oneThread;
    const std::u32string normalised = normalisedText(text);
    std::vector<Piece> pieces = m_tokenizer.encode(normalised);
    pieces.resize(std::min(pieces.size(), static_cast<std::size_t>(kTextTokenLimit)));
    const std::vector<WordSpan> words = m_words.wordsOf(normalised);

    TextEncoding encoding;
    encoding.gloveMean = meanOfWords(words, m_words);
    if (pieces.empty()) {
        encoding.tokens = torch::zeros({ 0, kTextTokenWidth });
        encoding.pooled = torch::zeros({ kSentenceDimensions });
        return encoding;
    }
    for (const Piece& piece : pieces) {
        encoding.ids.push_back(piece.id);
    }
    const torch::Tensor states = m_sentences.states(encoding.ids);
    encoding.pooled = m_sentences.pooled(states);
    encoding.tokens = torch::cat({ states, coveringWords(pieces, words, m_words) }, 1);
    return encoding;
}

} // namespace pieria::models
