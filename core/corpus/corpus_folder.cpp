#include "core/corpus/corpus_folder.h"

#include "core/base/file.h"
#include "core/score/midi.h"

namespace pieria {

namespace {

constexpr std::uintmax_t kMaxList = std::uintmax_t { 1 } << 30;
constexpr std::uint64_t kMaxPiece = std::uint64_t { 16 } << 20;

std::filesystem::path listPath(const std::filesystem::path& folder)
{
    return folder / "pieces.jsonl";
}

std::filesystem::path packPath(const std::filesystem::path& folder)
{
    return folder / "scores.pack";
}

std::filesystem::path unfinishedPath(const std::filesystem::path& folder)
{
    return folder / "scores.pack.unfinished";
}

tl::unexpected<Failure> cannotWrite(const std::filesystem::path& folder)
{
    return fail(ErrorCode::Io,
        "The corpus cannot be written to " + folder.string()
            + "; check free space and permissions.");
}

} // namespace

Result<CorpusWriter> CorpusWriter::create(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    CorpusWriter writer;
    writer.m_folder = folder;
    writer.m_pack.open(unfinishedPath(folder), std::ios::binary | std::ios::trunc);
    if (error || !writer.m_pack) {
        return cannotWrite(folder);
    }
    return writer;
}

Status CorpusWriter::add(PieceLine line, const Score& score)
{
    const std::string bytes = writeMidi(score);
    line.offset = m_written;
    line.size = bytes.size();
    line.bars = static_cast<int>(score.length / score.metre().ticksPerBar());
    m_pack.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!m_pack) {
        return cannotWrite(m_folder);
    }
    m_written += bytes.size();
    m_lines.push_back(std::move(line));
    return {};
}

Status CorpusWriter::finish()
{
    m_pack.close();
    if (!m_pack) {
        return cannotWrite(m_folder);
    }
    std::string list;
    for (const PieceLine& line : m_lines) {
        list += toJsonLine(line) + "\n";
    }
    std::error_code ignored;
    std::filesystem::remove(listPath(m_folder), ignored);
    if (auto status = publishFile(unfinishedPath(m_folder), packPath(m_folder)); !status) {
        return status;
    }
    return writeFileAtomically(listPath(m_folder), list);
}

Result<MusicCorpus> MusicCorpus::open(const std::filesystem::path& folder)
{
    const auto list = readFile(listPath(folder), kMaxList);
    if (!list) {
        return tl::unexpected(list.error());
    }
    MusicCorpus corpus;
    corpus.m_pack = packPath(folder);
    std::error_code error;
    const std::uintmax_t packSize = std::filesystem::file_size(corpus.m_pack, error);
    if (error) {
        return fail(ErrorCode::NotFound,
            "The corpus has no file scores.pack; make it again with pieria corpus music.",
            folder.string());
    }
    std::string_view rest = *list;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string_view text = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view {} : rest.substr(end + 1);
        if (text.empty()) {
            continue;
        }
        auto line = readPieceLine(text);
        if (!line) {
            return tl::unexpected(line.error());
        }
        if (line->size > kMaxPiece || line->offset > packSize
            || line->size > packSize - line->offset) {
            return fail(ErrorCode::Corrupt,
                "The corpus is incomplete; make it again with pieria corpus music.", line->id);
        }
        corpus.m_lines.push_back(std::move(*line));
    }
    return corpus;
}

Result<MusicCorpus::Piece> MusicCorpus::piece(std::size_t index) const
{
    if (index >= m_lines.size()) {
        return fail(
            ErrorCode::InvalidInput, "The corpus has no such piece; choose a smaller number.");
    }
    const PieceLine& line = m_lines[index];
    std::ifstream pack(m_pack, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(line.size), '\0');
    pack.seekg(static_cast<std::streamoff>(line.offset));
    pack.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!pack) {
        return fail(ErrorCode::Io,
            "A piece of the corpus cannot be read; make it again with pieria corpus music.",
            line.id);
    }
    auto score = readMidi(bytes);
    if (!score) {
        return tl::unexpected(score.error());
    }
    return Piece { line, std::move(*score) };
}

} // namespace pieria
