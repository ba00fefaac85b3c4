#include "core/models/text/glove_reader.h"

#include "core/base/half.h"
#include "core/models/text/word_vectors.h"

#include <nlohmann/json.hpp>

#include <array>
#include <fstream>
#include <system_error>
#include <utility>

namespace pieria::models {

namespace {

using Json = nlohmann::json;

/// { ..., "vectors": { "word": [100 numbers, their length, rank], ... }, ... }: keeps the words
/// whose rank is small enough and lets everything else pass by.
class VectorCollector final : public nlohmann::json_sax<Json>
{
public:
    VectorCollector(std::size_t count, std::ifstream& file, double fileSize, JobContext& context)
        : m_names(count)
        , m_halves(count * kWordDimensions)
        , m_file(file)
        , m_fileSize(fileSize)
        , m_context(context)
    {
    }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool number_integer(number_integer_t value) override
    {
        return number(static_cast<double>(value));
    }
    bool number_unsigned(number_unsigned_t value) override
    {
        return number(static_cast<double>(value));
    }
    bool number_float(number_float_t value, const string_t&) override { return number(value); }

    bool start_object(std::size_t) override
    {
        m_inVectors = m_depth == 1 && m_key == "vectors";
        ++m_depth;
        return m_depth < 8;
    }
    bool end_object() override
    {
        --m_depth;
        m_inVectors = false;
        return true;
    }
    bool key(string_t& name) override
    {
        m_key = std::move(name);
        return true;
    }
    bool start_array(std::size_t) override
    {
        ++m_depth;
        m_filled = 0;
        return m_depth < 8;
    }
    bool end_array() override
    {
        --m_depth;
        return !m_inVectors || keep();
    }
    bool parse_error(std::size_t, const std::string&, const Json::exception& error) override
    {
        m_detail = error.what();
        return false;
    }

    [[nodiscard]] bool cancelled() const { return m_cancelled; }
    [[nodiscard]] const std::string& detail() const { return m_detail; }
    /// Fails when a rank is missing.
    Result<WordTable> take()
    {
        WordTable table;
        for (const std::string& name : m_names) {
            if (name.empty() || name.find('\n') != std::string::npos) {
                return fail(
                    ErrorCode::Corrupt, "The word vectors lack some of the most frequent words.");
            }
            table.words += name;
            table.words += '\n';
        }
        table.halves = std::move(m_halves);
        return table;
    }

private:
    bool number(double value)
    {
        if (m_inVectors) {
            if (m_filled == m_row.size()) {
                m_detail = "a vector is too long";
                return false;
            }
            m_row[m_filled++] = value;
        }
        return true;
    }
    bool keep()
    {
        const double rank = m_row.back();
        if (m_filled != m_row.size() || rank < 0) {
            m_detail = "a vector is too short";
            return false;
        }
        if (rank < static_cast<double>(m_names.size())) {
            const auto row = static_cast<std::size_t>(rank);
            for (std::size_t i = 0; i < kWordDimensions; ++i) {
                m_halves[row * kWordDimensions + i] = halfFromFloat(static_cast<float>(m_row[i]));
            }
            m_names[row] = m_key;
        }
        if (++m_seen % 1024 == 0) {
            m_cancelled = m_context.cancelled();
            m_context.report(
                { "reading word vectors", static_cast<double>(m_file.tellg()), m_fileSize });
        }
        return !m_cancelled;
    }

    std::vector<std::string> m_names;
    std::vector<std::uint16_t> m_halves;
    std::ifstream& m_file;
    double m_fileSize;
    JobContext& m_context;
    std::array<double, kWordDimensions + 2> m_row {};
    std::size_t m_filled = 0;
    std::size_t m_seen = 0;
    std::string m_key;
    int m_depth = 0;
    bool m_inVectors = false;
    bool m_cancelled = false;
    std::string m_detail;
};

} // namespace

Result<Outcome<WordTable>> readWordTable(
    const std::filesystem::path& path, std::size_t count, JobContext& context)
{
    std::ifstream file(path, std::ios::binary);
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (!file || error) {
        return fail(ErrorCode::NotFound, "The file " + path.string() + " cannot be opened.");
    }
    VectorCollector collector(count, file, static_cast<double>(size), context);
    const bool complete = Json::sax_parse(file, &collector);
    if (collector.cancelled()) {
        return Outcome<WordTable>(Cancelled {});
    }
    if (!complete) {
        return fail(ErrorCode::Corrupt,
            "The file " + path.string() + " does not hold word vectors; unpack the package again.",
            collector.detail());
    }
    return collector.take().map(
        [](WordTable table) { return Outcome<WordTable>(std::move(table)); });
}

} // namespace pieria::models
